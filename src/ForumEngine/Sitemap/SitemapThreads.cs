using System.Runtime.CompilerServices;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Sitemap;

/// <summary>
/// What guests may read, for search engines. Only each thread's first page is named: further pages are reached from it, and
/// naming them would write every long thread anew whenever it gets a reply.
/// </summary>
public sealed class SitemapThreads(ForumDb db, BoardTrees trees, Viewers viewers, HybridCache cache)
{
    /// <summary>The protocol's limit of addresses a file; a block holds as many ids, so a part can't hold more.</summary>
    public const int BlockSize = 50_000;

    /// <summary>Rows read at a time: what a part keeps in memory, however long it is.</summary>
    private const int Batch = 2_000;

    private static readonly HybridCacheEntryOptions Lifetime = KeptFor.Seconds(600);

    public async Task<IReadOnlyList<BoardNode>> BoardsAsync(CancellationToken cancel)
    {
        var guest = await viewers.GuestAsync(cancel);
        return [.. (await trees.CurrentAsync(cancel)).All.Where(b => guest.May(BoardRight.View, b))];
    }

    /// <summary>All parts that hold something. Counted every ten minutes, but a board that was closed since is gone at once.</summary>
    public async Task<IReadOnlyList<SitemapPart>> PartsAsync(CancellationToken cancel)
    {
        var guest = await viewers.GuestAsync(cancel);
        var tree = await trees.CurrentAsync(cancel);
        // Without the rest first: MySQL's division keeps fractions.
        var parts = await cache.GetOrCreateAsync("sitemap-parts", async stop =>
            await db.Threads.ReadableBy(guest, tree).GroupBy(t => new { t.BoardId, Block = (t.Id - (t.Id % BlockSize)) / BlockSize })
                .Select(g => new SitemapPart(g.Key.BoardId, g.Key.Block, g.Max(t => t.LastPostAt))).ToListAsync(stop), Lifetime, cancellationToken: cancel);
        var open = tree.VisibleTo(guest).ToHashSet();
        return [.. parts.Where(p => open.Contains(p.BoardId)).OrderBy(p => p.BoardId).ThenBy(p => p.Block)];
    }

    /// <summary>
    /// The threads of a part in batches, each going on after the last one's id. Every stickiness is a range of its own in the
    /// index (BoardId, State, Sticky, Id).
    /// </summary>
    public async IAsyncEnumerable<SitemapThread> OfPartAsync(int boardId, long block, [EnumeratorCancellation] CancellationToken cancel)
    {
        var readable = db.Threads.ReadableBy(await viewers.GuestAsync(cancel), await trees.CurrentAsync(cancel)).Where(t => t.BoardId == boardId);
        var (first, end) = (block * BlockSize, (block + 1) * BlockSize);
        foreach (var sticky in Enum.GetValues<Sticky>())
        {
            List<SitemapThread> rows;
            for (var after = first - 1; ; after = rows[^1].Id)
            {
                rows = await readable.Where(t => t.Sticky == sticky && t.Id > after && t.Id < end).OrderBy(t => t.Id).Take(Batch)
                    .Select(t => new SitemapThread(t.Id, t.LastPostAt)).ToListAsync(cancel);
                foreach (var row in rows) yield return row;
                if (rows.Count < Batch) break;
            }
        }
    }
}
