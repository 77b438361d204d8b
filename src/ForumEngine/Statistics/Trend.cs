using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Statistics;

/// <summary>A day of the site's time zone. <paramref name="Response"/>: how long half of the cases closed on it had waited at most; null where none was, or for whom it is nothing.</summary>
public sealed record TrendDay(DateOnly Day, int Posts, int Threads, int Joined, int Active, TimeSpan? Response = null);

/// <summary>How the last days went, the oldest first and none left out: what the charts draw.</summary>
public sealed class Trend(ForumDb db, SettingsSource settings)
{
    /// <summary>How many days may be looked at.</summary>
    public static readonly IReadOnlyList<int> Spans = [30, 90, 365];

    /// <summary>One of <see cref="Spans"/>: the first where something else is asked for.</summary>
    public static int Nearest(int days) => Spans.Contains(days) ? days : Spans[0];

    /// <summary>One query, and one more <paramref name="withStaff"/>.</summary>
    public async Task<IReadOnlyList<TrendDay>> ReadAsync(DateTime now, int days, bool withStaff, CancellationToken cancel)
    {
        var today = now.DayIn((await settings.CurrentAsync(cancel)).Zone());
        var first = today.AddDays(1 - Nearest(days));
        var known = await db.SiteDays.AsNoTracking().Where(d => d.Day >= first && d.Day <= today).ToDictionaryAsync(d => d.Day, cancel);
        var paces = (withStaff ? await db.StaffPaces.AsNoTracking().Where(p => p.Day >= first && p.Day <= today).ToListAsync(cancel) : []).ToLookup(p => p.Day);
        return [.. Enumerable.Range(0, Nearest(days)).Select(i => first.AddDays(i)).Select(day =>
            known.TryGetValue(day, out var d) ? new TrendDay(day, d.Posts, d.Threads, d.Members, d.Active, Middle(paces[day])) : new TrendDay(day, 0, 0, 0, 0, Middle(paces[day])))];
    }

    /// <summary>The middle of what several people took, each weighed by their cases.</summary>
    private static TimeSpan? Middle(IEnumerable<StaffPace> day)
    {
        var people = day.OrderBy(p => p.MedianSeconds).ToList();
        var half = people.Sum(p => p.Cases) / 2.0;
        foreach (var one in people)
            if ((half -= one.Cases) <= 0) return TimeSpan.FromSeconds(one.MedianSeconds);
        return null;
    }
}
