using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Statistics;

/// <summary>Writes down, half a minute late, when members were last seen, and the most that were online at once.</summary>
public sealed class FlushPresence(Presence presence, IDbContextFactory<ForumDb> dbs, TimeProvider clock) : IJob
{
    private const int Batch = 500;

    public TimeSpan Every => TimeSpan.FromSeconds(30);
    public bool OnEveryNode => true;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.Now();
        foreach (var ids in presence.Drain().Order().Chunk(Batch))
            await db.Members.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.LastSeenAt, now), cancel);
        await RecordAsync(db, now, cancel);
    }

    private async Task RecordAsync(ForumDb db, DateTime now, CancellationToken cancel)
    {
        var since = now - Presence.Hold;
        var online = await db.Members.CountAsync(m => m.LastSeenAt > since, cancel) + presence.CountGuests();
        await db.SiteCounters.Where(c => c.Name == SiteCounter.MostOnline && c.Value < online)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, online).SetProperty(x => x.At, now), cancel);
    }
}
