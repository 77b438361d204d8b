using System.ComponentModel;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Threads;

[ImmutableObject(true)]
public sealed record NewestThread(long Id, string Title, DateTime CreatedAt);

/// <summary>The latest threads for the index: those that guests may see, the same for everybody, at most ten seconds old.</summary>
public sealed class NewestThreads(HybridCache cache, IDbContextFactory<ForumDb> dbs, BoardTrees trees, Viewers viewers)
{
    private const int Count = 8;

    private static readonly HybridCacheEntryOptions Lifetime = KeptFor.Seconds(10);

    public ValueTask<List<NewestThread>> CurrentAsync(CancellationToken cancel) =>
        cache.GetOrCreateAsync("newest-threads", LoadAsync, Lifetime, cancellationToken: cancel);

    private async ValueTask<List<NewestThread>> LoadAsync(CancellationToken cancel)
    {
        var guest = await viewers.GuestAsync(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return await db.Threads.ReadableBy(guest, await trees.CurrentAsync(cancel))
            .OrderByDescending(t => t.Id).Take(Count).Select(t => new NewestThread(t.Id, t.Title, t.CreatedAt)).ToListAsync(cancel);
    }
}
