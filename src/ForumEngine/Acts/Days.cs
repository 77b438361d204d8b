using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>Days of the site's time zone.</summary>
internal static class Days
{
    /// <summary>Posts of a thread that were written today, whatever their state: what its board counts as today's.</summary>
    public static Task<int> PostsTodayAsync(ForumDb db, long threadId, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var midnight = TimeZoneInfo.ConvertTimeToUtc(now.DayIn(zone).ToDateTime(TimeOnly.MinValue), zone);
        return db.Posts.CountAsync(p => p.ThreadId == threadId && p.CreatedAt >= midnight, cancel);
    }
}
