using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>
/// Counts what staff did, from the log into a row for each day, person and act, so that the statistics' page counts nothing. The last days
/// are counted anew each time: it may run twice, late, or after a day of standing still.
/// </summary>
public sealed class FoldWork(IDbContextFactory<ForumDb> dbs, SettingsSource settings, TimeProvider clock) : IJob
{
    /// <summary>How far it looks back when it has never run.</summary>
    private const int FirstDays = 92;

    public TimeSpan Every => TimeSpan.FromMinutes(5);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var zone = (await settings.CurrentAsync(cancel)).Zone();
        var today = clock.Now().DayIn(zone);
        var last = await db.StaffWork.MaxAsync(w => (DateOnly?)w.Day, cancel);
        var first = last is { } known && known > today.AddDays(-FirstDays) ? known.AddDays(-1) : today.AddDays(-FirstDays);
        for (var day = first; day <= today; day = day.AddDays(1)) await FoldAsync(db, day, zone, cancel);
    }

    private static async Task FoldAsync(ForumDb db, DateOnly day, TimeZoneInfo zone, CancellationToken cancel)
    {
        var (from, until) = (day.StartIn(zone), day.AddDays(1).StartIn(zone));
        var acts = await db.StaffActs.Where(a => a.At >= from && a.At < until).GroupBy(a => new { a.ActorId, a.Act })
            .Select(g => new { g.Key.ActorId, g.Key.Act, Name = g.Max(a => a.ActorName)!, Count = g.Count() }).ToListAsync(cancel);
        var cases = await db.ReportCases.Where(c => c.ClosedAt >= from && c.ClosedAt < until)
            .Select(c => new { c.ClosedById, c.OpenedAt, ClosedAt = c.ClosedAt!.Value }).ToListAsync(cancel);
        await db.InTransactionAsync(async () =>
        {
            await db.StaffWork.Where(w => w.Day == day).ExecuteDeleteAsync(cancel);
            await db.StaffPaces.Where(p => p.Day == day).ExecuteDeleteAsync(cancel);
            db.StaffWork.AddRange(acts.GroupBy(a => (Id: a.ActorId ?? 0, a.Act)).Select(g => new StaffWork { Day = day, ActorId = g.Key.Id, Act = g.Key.Act, ActorName = g.First().Name, Count = g.Sum(a => a.Count) }));
            db.StaffPaces.AddRange(cases.GroupBy(c => c.ClosedById ?? 0).Select(g => new StaffPace
            {
                Day = day,
                ActorId = g.Key,
                Cases = g.Count(),
                MedianSeconds = (long)DeskFigures.MedianOf([.. g.Select(c => c.ClosedAt - c.OpenedAt)])!.Value.TotalSeconds,
            }));
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }
}
