using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Addresses;

/// <summary>How often each ban has refused somebody: counted in this node's memory, written ten seconds late.</summary>
public sealed class AddressHits(IDbContextFactory<ForumDb> dbs, TimeProvider clock) : IJob
{
    private ConcurrentDictionary<int, int> hits = [];

    public TimeSpan Every => TimeSpan.FromSeconds(10);
    public bool OnEveryNode => true;

    public void Count(int banId) => hits.AddOrUpdate(banId, 1, (_, n) => n + 1);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (hits.IsEmpty) return;
        var counted = Interlocked.Exchange(ref hits, []);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.Now();
        foreach (var (id, times) in counted.OrderBy(h => h.Key))
            await db.AddressBans.Where(b => b.Id == id)
                .ExecuteUpdateAsync(b => b.SetProperty(x => x.Hits, x => x.Hits + times).SetProperty(x => x.LastHitAt, now), cancel);
    }
}
