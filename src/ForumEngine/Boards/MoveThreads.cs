using ForumEngine.Jobs;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Moves all threads of a board into another, with types, waiting posts and counters; in the caller's transaction.</summary>
internal static class MoveThreads
{
    /// <summary>How many threads went.</summary>
    public static async Task<int> RunAsync(ForumDb db, int from, int to, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        // Their rows are locked first: what is counted then is what moves.
        await db.Threads.Where(t => t.BoardId == from).ExecuteUpdateAsync(t => t.SetProperty(x => x.BoardId, from), cancel);
        var midnight = TimeZoneInfo.ConvertTimeToUtc(now.DayIn(zone).ToDateTime(TimeOnly.MinValue), zone);
        var here = db.Threads.Where(t => t.BoardId == from);
        // Redirects to what has come home would lead to themselves.
        var stubs = await (from s in here join t in db.Threads on s.RedirectToThreadId equals t.Id where t.BoardId == to && s.State == ContentState.Published select s.Id).ToListAsync(cancel);
        foreach (var some in stubs.Chunk(500)) await db.Threads.Where(t => some.Contains(t.Id)).ExecuteDeleteAsync(cancel);
        var counted = here.Where(t => t.State == ContentState.Published && t.RedirectToThreadId == null);
        var threads = await counted.CountAsync(cancel);
        var posts = threads + await counted.SumAsync(t => t.Replies, cancel);
        var today = await (from t in counted where t.LastPostAt >= midnight join p in db.Posts on t.Id equals p.ThreadId where p.CreatedAt >= midnight select p.Id).CountAsync(cancel);

        await MoveTypesAsync(db, from, to, cancel);
        var moved = await here.ExecuteUpdateAsync(t => t.SetProperty(x => x.BoardId, to), cancel);
        await db.PendingPosts.Where(p => p.BoardId == from).ExecuteUpdateAsync(p => p.SetProperty(x => x.BoardId, to), cancel);
        await db.Drafts.Where(d => d.BoardId == from).ExecuteUpdateAsync(d => d.SetProperty(x => x.BoardId, to), cancel);
        if (moved == 0) return 0;
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(from, -threads, -posts, now, null) { Today = -today }, now);
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(to, threads, posts, now, null) { Today = today }, now);
        return moved;
    }

    /// <summary>A type of the same name is the same type; others come along, after those that are there.</summary>
    private static async Task MoveTypesAsync(ForumDb db, int from, int to, CancellationToken cancel)
    {
        var (theirs, ours) = (await db.ThreadTypes.Where(t => t.BoardId == from).OrderBy(t => t.Position).ToListAsync(cancel), await db.ThreadTypes.Where(t => t.BoardId == to).ToListAsync(cancel));
        foreach (var type in theirs)
        {
            var same = ours.Find(t => t.Name == type.Name);
            if (same is null)
            {
                ours.Add(same = new ThreadType { BoardId = to, Name = type.Name, StaffOnly = type.StaffOnly, Position = ours.Count + 1 });
                db.ThreadTypes.Add(same);
                await db.SaveChangesAsync(cancel);
            }
            await db.Threads.Where(t => t.BoardId == from && t.TypeId == type.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.TypeId, same.Id), cancel);
        }
        await db.ThreadTypes.Where(t => t.BoardId == from).ExecuteDeleteAsync(cancel);
    }
}
