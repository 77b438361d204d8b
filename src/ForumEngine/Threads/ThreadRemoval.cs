using ForumEngine.Jobs;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>
/// Puts a thread into the recycle bin and takes it out again. Its posts keep their own state; what counts is a published post
/// in a published thread.
/// </summary>
public static class ThreadRemoval
{
    /// <summary>In the caller's transaction; wake the outbox after it. False: it wasn't published, or is gone already.</summary>
    public static Task<bool> RecycleAsync(ForumDb db, long threadId, DateTime now, CancellationToken cancel) =>
        TurnAsync(db, threadId, ContentState.Published, ContentState.Recycled, -1, now, cancel);

    /// <inheritdoc cref="RecycleAsync"/>
    public static Task<bool> RestoreAsync(ForumDb db, long threadId, DateTime now, CancellationToken cancel) =>
        TurnAsync(db, threadId, ContentState.Recycled, ContentState.Published, 1, now, cancel);

    /// <summary>Sent back to review. <inheritdoc cref="RecycleAsync"/></summary>
    public static Task<bool> HideAsync(ForumDb db, long threadId, DateTime now, CancellationToken cancel) =>
        TurnAsync(db, threadId, ContentState.Published, ContentState.Hidden, -1, now, cancel);

    /// <inheritdoc cref="HideAsync"/>
    public static Task<bool> ShowAsync(ForumDb db, long threadId, DateTime now, CancellationToken cancel) =>
        TurnAsync(db, threadId, ContentState.Hidden, ContentState.Published, 1, now, cancel);

    private static async Task<bool> TurnAsync(
        ForumDb db, long threadId, ContentState from, ContentState to, int sign, DateTime now, CancellationToken cancel)
    {
        // First, so that its row is locked: replies take their floor from it, and wait or are refused from here on.
        var turned = await db.Threads.Where(t => t.Id == threadId && t.State == from)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, to), cancel);
        if (turned == 0) return false;

        var thread = await db.Threads.Where(t => t.Id == threadId).Select(t => new { t.BoardId, t.AuthorId, t.Replies }).SingleAsync(cancel);
        await CountAuthorsAsync(db, threadId, sign, cancel);
        await db.Members.Where(m => m.Id == thread.AuthorId)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Threads, x => x.Threads + sign), cancel);
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(thread.BoardId, sign, sign * (thread.Replies + 1), now, null), now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Everybody who wrote in the thread, each by as many posts as are published in it.</summary>
    private static async Task CountAuthorsAsync(ForumDb db, long threadId, int sign, CancellationToken cancel)
    {
        var authors = await db.Posts.Where(p => p.ThreadId == threadId && p.State == ContentState.Published && p.AuthorId != null)
            .GroupBy(p => p.AuthorId!.Value).Select(g => new { Id = g.Key, Posts = g.Count() }).ToListAsync(cancel);
        foreach (var same in authors.GroupBy(a => a.Posts, a => a.Id).OrderBy(g => g.Key))
            foreach (var ids in same.Order().Chunk(500))
            {
                var add = sign * same.Key;
                await db.Members.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.Posts, x => x.Posts + add), cancel);
            }
    }
}
