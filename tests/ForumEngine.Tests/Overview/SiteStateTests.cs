using ForumEngine.Accounts;
using ForumEngine.Jobs;
using ForumEngine.Mail;
using ForumEngine.Overview;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Overview;

public sealed class SiteStateTests
{
    [Theory, EveryDatabase]
    public async Task A_site_that_is_well_has_nothing_odd_and_knows_its_database(Db db)
    {
        await using var forum = await OpenAsync(db, production: false);
        var facts = await ReadAsync(forum);
        Assert.DoesNotContain(facts.Oddities, o => o.Kind is not (OddityKind.DiskLow or OddityKind.DiskFull));
        Assert.StartsWith(db switch { Db.Sqlite => "SQLite 3.", Db.MariaDb => "MariaDB 1", _ => "MySQL " }, facts.Database, StringComparison.Ordinal);
        Assert.True(facts.DatabaseBytes > 100_000, $"{facts.DatabaseBytes}");
        Assert.True(facts.Disk is { Free: > 0 } disk && disk.Size >= disk.Free);
    }

    [Theory, EveryDatabase]
    public async Task What_is_late_fails_or_is_being_guessed_is_told(Db db)
    {
        await using var forum = await OpenAsync(db, production: true);
        await forum.Rows(async r =>
        {
            await r.Leases.ExecuteDeleteAsync();
            r.Leases.Add(new Lease { Name = "jobs", Holder = "gone", ExpiresAt = forum.Now.AddHours(-1) });
            r.Outbox.Add(new OutboxMessage { Kind = MailMessage.Kind, Payload = "{}", CreatedAt = forum.Now, DueAt = forum.Now.AddMinutes(1), Attempts = 3, Error = "550 no such mailbox" });
            r.Outbox.Add(new OutboxMessage { Kind = "board.delta", Payload = "{}", CreatedAt = forum.Now, DueAt = forum.Now.AddMinutes(-7) });
            for (var i = 0; i < 200; i++) r.SignInFailures.AddRange(new SignInFailure { Key = "a", At = forum.Now }, new SignInFailure { Key = "b", At = forum.Now });
            return await r.SaveChangesAsync();
        });
        var facts = await ReadAsync(forum);
        Assert.Equal(200, facts.FailedSignIns);
        Assert.Equal(2, facts.Outbox);
        OddityKind[] wanted = [OddityKind.NoJobs, OddityKind.OutboxLate, OddityKind.MailFails, OddityKind.SignInStorm, OddityKind.NoMail, OddityKind.NoBaseUrl];
        Assert.Equal(wanted, facts.Oddities.Select(o => o.Kind).Where(k => k is not (OddityKind.DiskLow or OddityKind.DiskFull)));
        Assert.Equal([1, "550 no such mailbox"], facts.Oddities.Single(o => o.Kind == OddityKind.MailFails).Arguments);
        Assert.Equal([7], facts.Oddities.Single(o => o.Kind == OddityKind.OutboxLate).Arguments);
    }

    [Theory, EveryDatabase]
    public async Task A_job_that_fails_is_named_until_it_runs_well_again(Db db)
    {
        var broken = new Broken();
        await using var forum = await OpenAsync(db, production: false, services => services.AddSingleton<IJob>(broken).AddSingleton<JobRunner>());
        var runner = forum.Service<JobRunner>();
        await runner.RunOnceAsync(default);
        forum.Clock.Advance(TimeSpan.FromMinutes(1));
        await runner.RunOnceAsync(default);
        Assert.Equal([nameof(Broken), 2, "no power"], (await ReadAsync(forum)).Oddities.Single(o => o.Kind == OddityKind.JobFailed).Arguments);
        broken.Works = true;
        forum.Clock.Advance(TimeSpan.FromMinutes(1));
        await runner.RunOnceAsync(default);
        Assert.Equal(0, await forum.Rows(r => r.JobFailures.CountAsync(f => f.Name == nameof(Broken))));
    }

    private static Task<Forum> OpenAsync(Db db, bool production, Action<IServiceCollection>? more = null) => Forum.OpenAsync(db, services =>
    {
        services.AddSingleton(new SiteHost(HasBaseUrl: false, production)).AddSingleton(new MailOptions(null, 25, null, null, "forum@example.test", Path.GetTempPath()));
        more?.Invoke(services);
    });

    private static Task<SiteFacts> ReadAsync(Forum forum) => forum.Service<SiteState>().ReadAsync(default).AsTask();

    private sealed class Broken : IJob
    {
        public bool Works { get; set; }
        public TimeSpan Every => TimeSpan.FromSeconds(30);
        public bool OnEveryNode => false;

        public Task RunAsync(CancellationToken cancel) => Works ? Task.CompletedTask : throw new InvalidOperationException("no power");
    }
}
