using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>
/// When and where sign-ins were last seen: kept in this node's memory, a dictionary entry a request, and written down every five
/// minutes. Those unused for a month, whose cookies have run out, are forgotten.
/// </summary>
public sealed class SessionsSeen(IDbContextFactory<ForumDb> dbs, TimeProvider clock) : IJob
{
    private const int Batch = 500;
    private static readonly TimeSpan Unused = TimeSpan.FromDays(31);
    private readonly ConcurrentDictionary<long, byte[]?> seen = [];

    public TimeSpan Every => TimeSpan.FromMinutes(5);
    public bool OnEveryNode => true;

    public void Saw(Viewer who)
    {
        if (who.SessionId is { } id) seen[id] = who.Address;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var all = seen.ToArray();
        foreach (var one in all) seen.TryRemove(one);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        foreach (var some in all.OrderBy(s => s.Key).Chunk(Batch))
        {
            long[] ids = [.. some.Select(s => s.Key)];
            await db.Sessions.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), cancel);
            var known = await db.Sessions.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Address, cancel);
            foreach (var (id, address) in some)
                if (address is not null && known.TryGetValue(id, out var before) && !address.AsSpan().SequenceEqual(before))
                    await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Address, address), cancel);
        }
        await db.Sessions.Where(s => s.SeenAt < now - Unused).ExecuteDeleteAsync(cancel);
    }
}
