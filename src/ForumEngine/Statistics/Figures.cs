using System.ComponentModel;
using ForumEngine.Accounts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Statistics;

/// <summary>The statistics line: posts of today, yesterday and the record day, totals, the newest member.</summary>
[ImmutableObject(true)]
public sealed record SiteFigures(int Today, int Yesterday, int RecordPosts, DateOnly? RecordDay, long Threads, long Posts, long Members, NewestMember? Newest);

public sealed record NewestMember(int Id, string Name);

/// <summary>Where <see cref="SiteFigures"/> come from; at most five seconds old.</summary>
public sealed class Figures(HybridCache cache, IDbContextFactory<ForumDb> dbs, SettingsSource settings, TimeProvider clock)
{
    private static readonly HybridCacheEntryOptions Lifetime = KeptFor.Seconds(5);

    public async ValueTask<SiteFigures> CurrentAsync(CancellationToken cancel)
    {
        var zone = (await settings.CurrentAsync(cancel)).Zone();
        var today = clock.Now().DayIn(zone);
        return await cache.GetOrCreateAsync($"figures:{today:O}", (dbs, today), static (s, cancel) => LoadAsync(s.dbs, s.today, cancel), Lifetime, cancellationToken: cancel);
    }

    private static async ValueTask<SiteFigures> LoadAsync(IDbContextFactory<ForumDb> dbs, DateOnly today, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var yesterday = today.AddDays(-1);
        var days = await db.SiteDays.Where(d => d.Day == today || d.Day == yesterday).ToListAsync(cancel);
        var record = await db.SiteDays.OrderByDescending(d => d.Posts).ThenByDescending(d => d.Day).FirstOrDefaultAsync(cancel);
        var totals = await db.SiteCounters.ToDictionaryAsync(c => c.Name, c => c.Value, cancel);
        var newest = await db.Members.Admitted(db).OrderByDescending(m => m.Id).Select(m => new NewestMember(m.Id, m.UserName!)).FirstOrDefaultAsync(cancel);
        return new SiteFigures(PostsOn(today), PostsOn(yesterday), record?.Posts ?? 0, record?.Day,
            totals[SiteCounter.Threads], totals[SiteCounter.Posts], totals[SiteCounter.Members], newest);

        int PostsOn(DateOnly day) => days.SingleOrDefault(d => d.Day == day)?.Posts ?? 0;
    }
}
