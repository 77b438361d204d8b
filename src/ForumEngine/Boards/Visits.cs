using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ForumEngine.Boards;

/// <summary>One member's watermarks, in memory while the member is active.</summary>
public sealed class MemberVisits(IEnumerable<BoardVisit> rows, DateTime joinedAt)
{
    private readonly ConcurrentDictionary<int, BoardVisit> byBoard = new(rows.ToDictionary(v => v.BoardId));

    /// <summary>Posts after this moment are new. A board never visited: everything since the member joined.</summary>
    public DateTime NewSince(int boardId) => byBoard.TryGetValue(boardId, out var visit) ? visit.NewSince : joinedAt;

    /// <summary>Notes a visit; a later one moves the watermark to where the last one ended.</summary>
    internal BoardVisit Visit(int memberId, int boardId, DateTime now) => byBoard.AddOrUpdate(boardId,
        _ => new BoardVisit { MemberId = memberId, BoardId = boardId, SeenAt = now, NewSince = joinedAt },
        (_, old) => new BoardVisit
        {
            MemberId = memberId,
            BoardId = boardId,
            SeenAt = now,
            NewSince = now - old.SeenAt > BoardVisit.VisitLasts ? old.SeenAt : old.NewSince,
        });
}

/// <summary>The watermarks per member and board: read once, written behind by a job, so that reading a board writes nothing.</summary>
public sealed class Visits(IDbContextFactory<ForumDb> dbs, IMemoryCache cache) : IJob
{
    private ConcurrentDictionary<(int Member, int Board), BoardVisit> waiting = new();

    public TimeSpan Every => TimeSpan.FromSeconds(5);
    public bool OnEveryNode => true;

    /// <summary>Null for guests: nothing is new to them.</summary>
    public async ValueTask<MemberVisits?> OfAsync(Viewer viewer, CancellationToken cancel)
    {
        if (viewer.MemberId is not { } id || viewer.SimulatedGroup is not null) return null;
        if (cache.TryGetValue(Key(id), out MemberVisits? known)) return known;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var rows = await db.BoardVisits.Where(v => v.MemberId == id).ToListAsync(cancel);
        var pending = waiting;
        return cache.Set(Key(id), new MemberVisits(rows.Select(r => pending.GetValueOrDefault((id, r.BoardId), r)), viewer.JoinedAt),
            new MemoryCacheEntryOptions { SlidingExpiration = BoardVisit.VisitLasts });
    }

    public void Visit(Viewer viewer, MemberVisits visits, int boardId)
    {
        var id = viewer.MemberId!.Value;
        waiting[(id, boardId)] = visits.Visit(id, boardId, viewer.Now);
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        var batch = Interlocked.Exchange(ref waiting, new()).Values.ToList();
        if (batch.Count == 0) return;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await db.InTransactionAsync(async () =>
        {
            foreach (var v in batch.OrderBy(v => v.MemberId).ThenBy(v => v.BoardId))
            {
                var updated = await db.BoardVisits.Where(x => x.MemberId == v.MemberId && x.BoardId == v.BoardId).ExecuteUpdateAsync(x => x
                    .SetProperty(y => y.SeenAt, v.SeenAt).SetProperty(y => y.NewSince, v.NewSince), cancel);
                if (updated == 0) db.BoardVisits.Add(v);
            }
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    private static (string, int) Key(int memberId) => ("visits", memberId);
}
