using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>The work of the last three months: columns are periods (the last ones first), rows people and their acts.</summary>
public sealed record WorkTable(IReadOnlyList<DateOnly> Periods, IReadOnlyList<WorkRow> Rows, DateOnly Until);

/// <summary>What one of the staff did; <paramref name="Median"/> is the middle of their days' medians.</summary>
public sealed record WorkRow(int ActorId, string Name, int Total, TimeSpan? Median, IReadOnlyDictionary<DateOnly, int> ByPeriod, IReadOnlyList<WorkAct> Acts);

public sealed record WorkAct(string Act, int Total, IReadOnlyDictionary<DateOnly, int> ByPeriod);

/// <summary>Reads what <see cref="FoldWork"/> has counted, by day for two weeks or by week for three months.</summary>
public sealed class WorkPage(ForumDb db, SettingsSource settings)
{
    public async Task<Outcome<WorkTable>> ReadAsync(Viewer who, bool byDay, CancellationToken cancel)
    {
        if (!who.May(StaffRight.SeeLogs)) return Refusal.NotFound;
        var today = who.Now.DayIn((await settings.CurrentAsync(cancel)).Zone());
        var first = byDay ? today.AddDays(-13) : Monday(today).AddDays(-7 * 12);
        var work = await db.StaffWork.Where(w => w.Day >= first).ToListAsync(cancel);
        var paces = (await db.StaffPaces.Where(p => p.Day >= first).ToListAsync(cancel)).ToLookup(p => p.ActorId);
        DateOnly Period(DateOnly day) => byDay ? day : Monday(day);
        var rows = work.GroupBy(w => w.ActorId).Select(person => new WorkRow(
            person.Key, person.OrderBy(w => w.Day).Last().ActorName, person.Sum(w => w.Count),
            DeskFigures.MedianOf([.. paces[person.Key].Select(p => TimeSpan.FromSeconds(p.MedianSeconds))]), Sums(person),
            [.. person.GroupBy(w => w.Act).Select(act => new WorkAct(act.Key, act.Sum(w => w.Count), Sums(act))).OrderByDescending(a => a.Total)]));
        var periods = Enumerable.Range(0, byDay ? 14 : 13).Select(i => byDay ? today.AddDays(-i) : Monday(today).AddDays(-7 * i));
        return new WorkTable([.. periods], [.. rows.OrderByDescending(r => r.Total)], today);

        Dictionary<DateOnly, int> Sums(IEnumerable<StaffWork> some) => some.GroupBy(w => Period(w.Day)).ToDictionary(g => g.Key, g => g.Sum(w => w.Count));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
