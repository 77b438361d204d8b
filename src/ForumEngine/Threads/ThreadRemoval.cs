using ForumEngine.Acts;
using ForumEngine.Jobs;
using ForumEngine.RecycleBin;
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
    public static async Task<bool> RecycleAsync(ForumDb db, long threadId, Discard by, CancellationToken cancel)
    {
        if (await TurnAsync(db, threadId, ContentState.Published, ContentState.Recycled, -1, by.At, cancel) is not { } thread) return false;
        await PutAsync(db, threadId, thread, by, cancel);
        return true;
    }

    /// <inheritdoc cref="RecycleAsync"/>
    public static async Task<bool> RestoreAsync(ForumDb db, long threadId, DateTime now, CancellationToken cancel)
    {
        if (await TurnAsync(db, threadId, ContentState.Recycled, ContentState.Published, 1, now, cancel) is null) return false;
        await Discard.TakeOutAsync(db, threadId, null, cancel);
        await db.PendingPosts.Where(w => db.Posts.Any(p => p.ThreadId == threadId && p.Floor == 1 && p.Id == w.PostId)).ExecuteDeleteAsync(cancel);
        return true;
    }

    /// <summary>Sent back to review; in the caller's transaction, wake the outbox after it. False: it wasn't published.</summary>
    public static async Task<bool> HideAsync(ForumDb db, long threadId, DateTime now, CancellationToken cancel) =>
        await TurnAsync(db, threadId, ContentState.Published, ContentState.Hidden, -1, now, cancel) is not null;

    /// <inheritdoc cref="HideAsync"/>
    public static async Task<bool> ShowAsync(ForumDb db, long threadId, DateTime now, CancellationToken cancel) =>
        await TurnAsync(db, threadId, ContentState.Hidden, ContentState.Published, 1, now, cancel) is not null;

    /// <summary>Out of review into the bin; it was uncounted when it was hidden. In the caller's transaction; false: it wasn't hidden.</summary>
    public static async Task<bool> RefuseAsync(ForumDb db, long threadId, Discard by, CancellationToken cancel)
    {
        if (await db.Threads.Where(t => t.Id == threadId && t.State == ContentState.Hidden).ExecuteUpdateAsync(t => t.SetProperty(x => x.State, ContentState.Recycled), cancel) == 0) return false;
        await PutAsync(db, threadId, await db.Threads.Where(t => t.Id == threadId).Select(t => new Turned(t.AuthorId, t.IsAnonymous)).SingleAsync(cancel), by, cancel);
        return true;
    }

    private static async Task PutAsync(ForumDb db, long threadId, Turned thread, Discard by, CancellationToken cancel)
    {
        by.Put(db, threadId, null, thread.IsAnonymous ? null : thread.AuthorId);
        // Lines in other boards' lists that would lead nowhere.
        await db.Threads.Where(t => t.RedirectToThreadId == threadId && t.State == ContentState.Published).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }

    private sealed record Turned(int? AuthorId, bool IsAnonymous);

    private static async Task<Turned?> TurnAsync(
        ForumDb db, long threadId, ContentState from, ContentState to, int sign, DateTime now, CancellationToken cancel)
    {
        // First, so that its row is locked: replies take their floor from it, and wait or are refused from here on.
        var turned = await db.Threads.Where(t => t.Id == threadId && t.State == from)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, to), cancel);
        if (turned == 0) return null;

        var thread = await db.Threads.Where(t => t.Id == threadId).Select(t => new { t.BoardId, t.AuthorId, t.IsAnonymous, t.Replies, t.Digest }).SingleAsync(cancel);
        await CountAuthorsAsync(db, threadId, sign, cancel);
        await db.Members.Where(m => m.Id == thread.AuthorId)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Threads, x => x.Threads + sign), cancel);
        if (thread.Digest > 0) await SetMarks.CountAuthorAsync(db, thread.AuthorId, sign, cancel);
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(thread.BoardId, sign, sign * (thread.Replies + 1), now, null), now);
        await db.SaveChangesAsync(cancel);
        return new Turned(thread.AuthorId, thread.IsAnonymous);
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
