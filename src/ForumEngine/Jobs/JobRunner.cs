using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Jobs;

/// <summary>Something to do every so often; idempotent, since a node may die in the middle.</summary>
public interface IJob
{
    TimeSpan Every { get; }

    /// <summary>True: on each node (its own buffers); false: on the one that holds the lease.</summary>
    bool OnEveryNode { get; }

    Task RunAsync(CancellationToken cancel);
}

/// <summary>Runs the outbox and the jobs. Of several nodes one holds the lease; when it dies, another takes over in half a minute.</summary>
public sealed class JobRunner(
    Outbox outbox, OutboxRunner runner, IEnumerable<IJob> jobs, SchemaState schema, JobFailures failures,
    IDbContextFactory<ForumDb> dbs, TimeProvider clock, ILogger<JobRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);
    private readonly string name = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private readonly Dictionary<IJob, DateTime> next = [];
    private DateTime leaseEnds = DateTime.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await outbox.WaitAsync(TimeSpan.FromSeconds(1), stoppingToken);
                if (await schema.IsCurrentAsync(stoppingToken)) await RunOnceAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                // A database that is down would otherwise fill the log with the same stack.
                log.LogError(error.IsOutage() ? null : error,
                    "Jobs: a round failed ({Message}); the next one is in five seconds", error.GetBaseException().Message);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
        await StopJobsAsync();
    }

    /// <summary>One round: what is due now.</summary>
    public async Task RunOnceAsync(CancellationToken cancel)
    {
        var leader = await HoldsLeaseAsync(cancel);
        if (leader) await runner.RunDueAsync(cancel);
        foreach (var job in jobs.Where(j => leader || j.OnEveryNode))
        {
            var now = clock.Now();
            if (next.TryGetValue(job, out var due) && now < due) continue;
            next[job] = now + job.Every;
            try
            {
                await job.RunAsync(cancel);
                await failures.WentWellAsync(job.GetType().Name, cancel);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Job {Job} failed", job.GetType().Name);
                await failures.FailedAsync(job.GetType().Name, error, cancel);
            }
        }
    }

    /// <summary>Buffers of this node are written before it goes, and the lease is given back.</summary>
    private async Task StopJobsAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            foreach (var job in jobs.Where(j => j.OnEveryNode)) await job.RunAsync(limit.Token);
            await using var db = await dbs.CreateDbContextAsync(limit.Token);
            await db.Leases.Where(l => l.Name == "jobs" && l.Holder == name).ExecuteDeleteAsync(limit.Token);
        }
        catch (Exception error)
        {
            log.LogWarning(error, "Jobs: the last round did not finish");
        }
    }

    private async Task<bool> HoldsLeaseAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        if (leaseEnds - now > LeaseTime * 2 / 3) return true;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var until = now + LeaseTime;
        var taken = await db.Leases.Where(l => l.Name == "jobs" && (l.Holder == name || l.ExpiresAt < now))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Holder, name).SetProperty(x => x.ExpiresAt, until), cancel) == 1
            || await FirstAsync(db, until, cancel);
        leaseEnds = taken ? until : DateTime.MinValue;
        return taken;
    }

    private async Task<bool> FirstAsync(ForumDb db, DateTime until, CancellationToken cancel)
    {
        if (await db.Leases.AnyAsync(l => l.Name == "jobs", cancel)) return false;
        try
        {
            db.Leases.Add(new Lease { Name = "jobs", Holder = name, ExpiresAt = until });
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            return false;
        }
    }
}
