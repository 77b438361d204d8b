using System.Globalization;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>A running total of the site against what it counts.</summary>
internal sealed class SiteCounterCheck(string counter, string sql) : Check($"site.{counter}")
{
    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var counted = await db.Database.SqlQueryRaw<long>(sql).SingleAsync(cancel);
        var kept = await db.SiteCounters.Where(c => c.Name == counter).Select(c => (long?)c.Value).SingleOrDefaultAsync(cancel);
        if (kept == counted) return Found([]);
        if (repair)
        {
            await db.SiteCounters.Where(c => c.Name == counter).ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, counted), cancel);
            if (kept is null) db.SiteCounters.Add(new SiteCounter { Name = counter, Value = counted });
            await db.SaveChangesAsync(cancel);
        }
        return Found([string.Create(CultureInfo.InvariantCulture, $"{counter} is {kept}, counted {counted}")], repair);
    }
}

/// <summary>
/// What was written on each day of the site's time zone; a post deleted later still counts. Moments are grouped by the minute,
/// since no zone's offset is finer and databases don't agree on time zones.
/// </summary>
internal sealed class SiteDayCheck() : Check("site.days")
{
    private sealed record Counts(int Posts, int Threads, int Members);

    private sealed record PerMinute(string Minute, long Number);

    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var kept = await db.SiteDays.ToDictionaryAsync(d => d.Day, d => new Counts(d.Posts, d.Threads, d.Members), cancel);
        var counted = await CountAsync(db, cancel);
        var wrong = kept.Keys.Union(counted.Keys).Where(day => Of(kept, day) != Of(counted, day)).Order().ToList();
        if (repair)
        {
            foreach (var day in wrong.Where(kept.ContainsKey)) await ChangeAsync(db, day, Of(counted, day), cancel);
            db.SiteDays.AddRange(wrong.Where(day => !kept.ContainsKey(day)).Select(day => RowOf(day, counted[day])));
            await db.SaveChangesAsync(cancel);
        }
        return Found(wrong.ConvertAll(day => string.Create(CultureInfo.InvariantCulture,
            $"{day:yyyy-MM-dd} is {Of(kept, day)}, counted {Of(counted, day)}")), repair);
    }

    private static Counts Of(Dictionary<DateOnly, Counts> days, DateOnly day) => days.GetValueOrDefault(day) ?? new Counts(0, 0, 0);

    private static async Task<Dictionary<DateOnly, Counts>> CountAsync(ForumDb db, CancellationToken cancel)
    {
        var zone = (await SettingsSource.LoadAsync(db, cancel)).Zone();
        var posts = await PerDayAsync(db, "SELECT SUBSTR(CreatedAt, 1, 16) AS Minute, COUNT(*) AS Number FROM posts GROUP BY SUBSTR(CreatedAt, 1, 16)", zone, cancel);
        var threads = await PerDayAsync(db, "SELECT SUBSTR(CreatedAt, 1, 16) AS Minute, COUNT(*) AS Number FROM threads WHERE RedirectToThreadId IS NULL GROUP BY SUBSTR(CreatedAt, 1, 16)", zone, cancel);
        var members = await PerDayAsync(db, $"SELECT SUBSTR(JoinedAt, 1, 16) AS Minute, COUNT(*) AS Number FROM members WHERE {Invariants.Admitted} GROUP BY SUBSTR(JoinedAt, 1, 16)", zone, cancel);
        return posts.Keys.Union(threads.Keys).Union(members.Keys).ToDictionary(day => day, day =>
            new Counts(posts.GetValueOrDefault(day), threads.GetValueOrDefault(day), members.GetValueOrDefault(day)));
    }

    private static async Task<Dictionary<DateOnly, int>> PerDayAsync(ForumDb db, string sql, TimeZoneInfo zone, CancellationToken cancel)
    {
        var days = new Dictionary<DateOnly, int>();
        await foreach (var minute in db.Database.SqlQueryRaw<PerMinute>(sql).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var at = DateTime.ParseExact(minute.Minute, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            var day = at.DayIn(zone);
            days[day] = days.GetValueOrDefault(day) + (int)minute.Number;
        }
        return days;
    }

    private static Task<int> ChangeAsync(ForumDb db, DateOnly day, Counts right, CancellationToken cancel) =>
        db.SiteDays.Where(d => d.Day == day).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.Posts, right.Posts).SetProperty(x => x.Threads, right.Threads).SetProperty(x => x.Members, right.Members), cancel);

    private static SiteDay RowOf(DateOnly day, Counts counts) =>
        new() { Day = day, Posts = counts.Posts, Threads = counts.Threads, Members = counts.Members };
}
