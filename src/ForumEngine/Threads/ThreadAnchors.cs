using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ForumEngine.Threads;

/// <summary>Where a page of a board's plain list starts: after this key, and then so many rows on.</summary>
public sealed record PageStart(ThreadAnchor? Anchor, long Skip, long Threads);

/// <summary>The last thread before a mark, by the keys of the list.</summary>
public sealed record ThreadAnchor(DateTime LastPostAt, long Id);

/// <summary>
/// Page 5,000 must not cost more than page 1: one key is kept for every <see cref="Step"/> threads of a board, and a page starts
/// from the nearest one. OFFSET over 100,000 threads costs 100 ms and more; from a key at most <see cref="Step"/> rows are skipped.
/// Keys are read again after a minute; in between deep pages shift by what was posted meanwhile.
/// </summary>
public sealed class ThreadAnchors(ForumDb db, IMemoryCache cache)
{
    private const int Step = 1000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    public async Task<PageStart> StartAsync(int boardId, long skip, CancellationToken cancel)
    {
        var marks = await MarksAsync(boardId, skip, cancel);
        var at = (int)Math.Min(skip / Step, marks.Anchors.Count);
        return at == 0 ? new PageStart(null, skip, marks.Threads) : new PageStart(marks.Anchors[at - 1], skip - (long)at * Step, marks.Threads);
    }

    private sealed record Marks(List<ThreadAnchor> Anchors, long Threads);

    private async Task<Marks> MarksAsync(int boardId, long skip, CancellationToken cancel)
    {
        if (cache.TryGetValue(("anchors", boardId), out Marks? known) && known is not null) return known;
        // The board's counter is close enough for the number of pages and costs nothing more.
        var threads = await db.BoardStats.Where(s => s.BoardId == boardId).Select(s => s.Threads).SingleOrDefaultAsync(cancel);
        var anchors = threads > Step || skip > Step ? await ReadAsync(boardId, cancel) : [];
        return cache.Set(("anchors", boardId), new Marks(anchors, threads), threads > Step ? Lifetime : TimeSpan.FromSeconds(2));
    }

    private Task<List<ThreadAnchor>> ReadAsync(int boardId, CancellationToken cancel) => db.Database.SqlQuery<ThreadAnchor>($"""
        SELECT LastPostAt, Id FROM (
            SELECT LastPostAt, Id, ROW_NUMBER() OVER (ORDER BY LastPostAt DESC, Id DESC) AS Place
            FROM threads WHERE BoardId = {boardId} AND State = 0 AND Sticky = 0) AS numbered
        WHERE Place % {Step} = 0 ORDER BY Place
        """).ToListAsync(cancel);
}
