using System.ComponentModel;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Sanctions;

/// <summary>
/// What is public of the last <see cref="Days"/> days in numbers; <paramref name="ReportHours"/> is how long half of the reports
/// took at most, null when none was closed.
/// </summary>
[ImmutableObject(true)]
public sealed record DarkroomNumbers(int InForce, int Appealed, int Lifted, int Granted, double? ReportHours)
{
    public const int Days = 90;
}

/// <summary>Where <see cref="DarkroomNumbers"/> come from; at most half a minute old.</summary>
public sealed class DarkroomFigures(HybridCache cache, IDbContextFactory<ForumDb> dbs, TimeProvider clock)
{
    private const int MostReports = 1000;
    private static readonly HybridCacheEntryOptions Lifetime = KeptFor.Seconds(30);

    public ValueTask<DarkroomNumbers> CurrentAsync(CancellationToken cancel) =>
        cache.GetOrCreateAsync("darkroom:figures", (dbs, clock), static (s, cancel) => LoadAsync(s.dbs, s.clock.Now(), cancel), Lifetime, cancellationToken: cancel);

    private static async ValueTask<DarkroomNumbers> LoadAsync(IDbContextFactory<ForumDb> dbs, DateTime now, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var since = now.AddDays(-DarkroomNumbers.Days);
        var open = db.Sanctions.Where(s => s.IsPublic);
        return new DarkroomNumbers(
            await open.CountAsync(SanctionStates.Is(SanctionState.Active, now), cancel),
            await open.CountAsync(s => s.Appeal == AppealState.Open, cancel),
            await open.CountAsync(s => s.LiftedAt > since, cancel),
            await (from a in db.Appeals join s in open on a.SanctionId equals s.Id where a.DecidedAt > since && (s.Appeal == AppealState.Lifted || s.Appeal == AppealState.Shortened) select a.Id)
                .CountAsync(cancel),
            await MedianAsync(db, since, cancel));
    }

    /// <summary>Of the last thousand that were closed.</summary>
    private static async Task<double?> MedianAsync(ForumDb db, DateTime since, CancellationToken cancel)
    {
        var closed = await db.ReportCases.Where(c => c.ClosedAt > since).OrderByDescending(c => c.Id).Take(MostReports)
            .Select(c => new { c.OpenedAt, ClosedAt = c.ClosedAt!.Value }).ToListAsync(cancel);
        if (closed.Count == 0) return null;
        var hours = closed.Select(c => (c.ClosedAt - c.OpenedAt).TotalHours).Order().ToList();
        return hours[hours.Count / 2];
    }
}
