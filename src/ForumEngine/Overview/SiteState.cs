using System.ComponentModel;
using ForumEngine.Accounts;
using ForumEngine.Mail;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Overview;

/// <summary>What the machine and the database say of themselves. Sizes are bytes; null where they can't be told.</summary>
[ImmutableObject(true)]
public sealed record SiteFacts(string Database, long? DatabaseBytes, DiskSpace? Disk, int Outbox, int FailedSignIns, IReadOnlyList<Oddity> Oddities);

/// <summary>What the host knows and the engine doesn't: whether links have a host of their own, whether people depend on it.</summary>
public sealed record SiteHost(bool HasBaseUrl, bool IsProduction);

/// <summary>Where <see cref="SiteFacts"/> come from; at most 15 seconds old.</summary>
public sealed class SiteState(HybridCache cache, IDbContextFactory<ForumDb> dbs, DatabaseOptions options, FileStoreOptions files, MailOptions mail, SiteHost host, TimeProvider clock)
{
    private const int SignInStorm = 200;
    private const int MostCounted = 1000;
    private const long Gigabyte = 1L << 30;
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);
    private static readonly HybridCacheEntryOptions Lifetime = KeptFor.Seconds(15);

    public ValueTask<SiteFacts> ReadAsync(CancellationToken cancel) => cache.GetOrCreateAsync("site-state", LoadAsync, Lifetime, cancellationToken: cancel);

    private async ValueTask<SiteFacts> LoadAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var (database, bytes) = await DatabaseFacts.ReadAsync(db, options.Provider, cancel);
        var disk = DiskSpace.Of(files.Directory);
        var since = clock.Now() - SignInThrottle.Window;
        // Each failure is two rows: of the account and of the address.
        var failed = await db.SignInFailures.Where(f => f.At > since).Take(2 * MostCounted).CountAsync(cancel) / 2;
        var waiting = await db.Outbox.Take(MostCounted).CountAsync(cancel);
        List<Oddity> odd = [.. await OfJobsAsync(db, cancel), .. await OfOutboxAsync(db, cancel), .. OfHost(disk)];
        if (failed >= SignInStorm) odd.Add(new Oddity(OddityKind.SignInStorm, failed));
        return new SiteFacts(database, bytes, disk, waiting, failed, [.. odd.OrderBy(o => o.Kind)]);
    }

    private async Task<List<Oddity>> OfJobsAsync(ForumDb db, CancellationToken cancel)
    {
        List<Oddity> odd = [];
        var until = await db.Leases.Where(l => l.Name == "jobs").Select(l => (DateTime?)l.ExpiresAt).SingleOrDefaultAsync(cancel);
        if (until is { } ended && ended < clock.Now() - Late) odd.Add(new Oddity(OddityKind.NoJobs, ended));
        var failures = await db.JobFailures.AsNoTracking().OrderBy(f => f.Name).Take(20).ToListAsync(cancel);
        odd.AddRange(failures.Select(f => new Oddity(OddityKind.JobFailed, f.Name, f.Times, f.Error)));
        return odd;
    }

    private async Task<List<Oddity>> OfOutboxAsync(ForumDb db, CancellationToken cancel)
    {
        List<Oddity> odd = [];
        var now = clock.Now();
        var oldest = await db.Outbox.OrderBy(m => m.DueAt).Select(m => (DateTime?)m.DueAt).FirstOrDefaultAsync(cancel);
        if (oldest < now - Late) odd.Add(new Oddity(OddityKind.OutboxLate, (int)(now - oldest.Value).TotalMinutes));
        var failing = await db.Outbox.Where(m => m.Attempts > 0).OrderBy(m => m.Id).Take(100).Select(m => new { m.Kind, m.Error }).ToListAsync(cancel);
        foreach (var kind in failing.GroupBy(f => f.Kind == MailMessage.Kind ? OddityKind.MailFails : OddityKind.OutboxFails))
            odd.Add(new Oddity(kind.Key, kind.Count(), kind.Last().Error ?? ""));
        return odd;
    }

    private IEnumerable<Oddity> OfHost(DiskSpace? disk)
    {
        if (disk?.Free < Gigabyte / 2) yield return new Oddity(OddityKind.DiskFull, disk.Free);
        else if (disk?.Free < 2 * Gigabyte || disk?.Free < disk?.Size / 20) yield return new Oddity(OddityKind.DiskLow, disk!.Free);
        if (host.IsProduction && mail.Host is null) yield return new Oddity(OddityKind.NoMail);
        if (host.IsProduction && !host.HasBaseUrl) yield return new Oddity(OddityKind.NoBaseUrl);
    }
}
