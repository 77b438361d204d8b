using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Statistics;

/// <summary>Adds to the days and the totals; inside the caller's transaction, never by arithmetic in memory.</summary>
public static class SiteDays
{
    /// <summary>The day this moment falls on in a time zone.</summary>
    public static DateOnly DayIn(this DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>When the day begins in a time zone, in UTC. Where summer time starts at midnight, the hour after it.</summary>
    public static DateTime StartIn(this DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone);
    }

    public static async Task AddAsync(ForumDb db, DateOnly day, int posts, int threads, int members, CancellationToken cancel)
    {
        var rows = await db.SiteDays.Where(d => d.Day == day).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.Posts, x => x.Posts + posts)
            .SetProperty(x => x.Threads, x => x.Threads + threads)
            .SetProperty(x => x.Members, x => x.Members + members), cancel);
        if (rows == 0) db.SiteDays.Add(new SiteDay { Day = day, Posts = posts, Threads = threads, Members = members });
        await db.SaveChangesAsync(cancel);
    }

    public static Task CountAsync(ForumDb db, string counter, long add, CancellationToken cancel) =>
        db.SiteCounters.Where(c => c.Name == counter)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, x => x.Value + add), cancel);
}

/// <summary>A member has registered: the totals of the day and of the site.</summary>
public sealed record MemberJoined(int MemberId, DateTime At)
{
    public const string Kind = "member.joined";
}
