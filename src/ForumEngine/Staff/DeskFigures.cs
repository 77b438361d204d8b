using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>The desk's head line. <paramref name="Done"/> stops at <see cref="Most"/>; <paramref name="Median"/> is how long half of the last cases took at most.</summary>
public sealed record DeskDay(int Done, TimeSpan? Median)
{
    public const int Most = 500;
}

/// <summary>What was closed today in the viewer's boards, and how fast; one query.</summary>
public sealed class DeskFigures(ForumDb db, BoardTrees trees, SettingsSource settings)
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(7);

    public async Task<DeskDay?> ReadAsync(Viewer who, CancellationToken cancel)
    {
        var reach = CaseReach.Of(who, await trees.CurrentAsync(cancel), BoxScope.Everywhere);
        if (reach.IsNone) return null;
        var since = who.Now - Span;
        var closed = await reach.Of(db, db.ReportCases.Where(c => c.ClosedAt > since)).OrderByDescending(x => x.Case.ClosedAt)
            .Select(x => new { x.Case.OpenedAt, x.Case.ClosedAt }).Take(DeskDay.Most).ToListAsync(cancel);
        var zone = (await settings.CurrentAsync(cancel)).Zone();
        var today = who.Now.DayIn(zone);
        return new DeskDay(closed.Count(c => c.ClosedAt!.Value.DayIn(zone) == today), MedianOf(closed.ConvertAll(c => c.ClosedAt!.Value - c.OpenedAt)));
    }

    /// <summary>Null of none.</summary>
    public static TimeSpan? MedianOf(List<TimeSpan> times)
    {
        if (times.Count == 0) return null;
        times.Sort();
        return times[times.Count / 2];
    }
}
