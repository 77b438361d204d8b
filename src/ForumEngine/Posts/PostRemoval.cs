using ForumEngine.Jobs;
using ForumEngine.RecycleBin;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>
/// Takes one reply out of its thread and puts it back: its floor stays its own, the counters and the thread's last post follow.
/// Not for floor 1, which is the thread itself (<see cref="ThreadRemoval"/>). Shared by staff and by authors.
/// </summary>
public static class PostRemoval
{
    /// <summary>In the caller's transaction; wake the outbox after it. False: it wasn't published, or is gone already.</summary>
    public static async Task<bool> RecycleAsync(ForumDb db, Post post, Discard by, CancellationToken cancel)
    {
        if (!await TurnAsync(db, post, ContentState.Published, ContentState.Recycled, -1, by.At, cancel)) return false;
        by.Put(db, post.ThreadId, post.Id, post.IsAnonymous ? null : post.AuthorId);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <inheritdoc cref="RecycleAsync"/>
    public static async Task<bool> RestoreAsync(ForumDb db, Post post, DateTime now, CancellationToken cancel)
    {
        if (!await TurnAsync(db, post, ContentState.Recycled, ContentState.Published, 1, now, cancel)) return false;
        await db.BinItems.Where(i => i.PostId == post.Id).ExecuteDeleteAsync(cancel);
        await db.PendingPosts.Where(p => p.PostId == post.Id).ExecuteDeleteAsync(cancel);
        return true;
    }

    /// <summary>Sent back to review. In the caller's transaction; wake the outbox after it. False: it wasn't published.</summary>
    public static Task<bool> HideAsync(ForumDb db, Post post, DateTime now, CancellationToken cancel) =>
        TurnAsync(db, post, ContentState.Published, ContentState.Hidden, -1, now, cancel);

    /// <summary>Out of review. In the caller's transaction; false: it wasn't hidden.</summary>
    public static Task<bool> ShowAsync(ForumDb db, Post post, DateTime now, CancellationToken cancel) =>
        TurnAsync(db, post, ContentState.Hidden, ContentState.Published, 1, now, cancel);

    /// <summary>Out of review into the bin; it was uncounted when it was hidden. In the caller's transaction; false: it wasn't hidden.</summary>
    public static async Task<bool> RefuseAsync(ForumDb db, Post post, Discard by, CancellationToken cancel)
    {
        if (await db.Posts.Where(p => p.Id == post.Id && p.State == ContentState.Hidden).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, ContentState.Recycled), cancel) == 0) return false;
        by.Put(db, post.ThreadId, post.Id, post.IsAnonymous ? null : post.AuthorId);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static async Task<bool> TurnAsync(
        ForumDb db, Post post, ContentState from, ContentState to, int sign, DateTime now, CancellationToken cancel)
    {
        var threadRow = db.Threads.Where(t => t.Id == post.ThreadId);
        // Changes nothing but locks the thread's row: the thread can't be deleted, nor replied to, between what follows.
        if (await threadRow.ExecuteUpdateAsync(t => t.SetProperty(x => x.LastFloor, x => x.LastFloor), cancel) == 0) return false;
        var turned = await db.Posts.Where(p => p.ThreadId == post.ThreadId && p.Floor == post.Floor && p.Id == post.Id && p.State == from)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.State, to), cancel);
        if (turned == 0) return false;

        await threadRow.ExecuteUpdateAsync(t => t.SetProperty(x => x.Replies, x => x.Replies + sign), cancel);
        // Only when the last post went or came back: a reply in the middle moves nothing, and a bump stays.
        await ThreadLastPost.SetAsync(db, post.ThreadId, post.Floor, cancel);
        var thread = await threadRow.Select(t => new { t.BoardId, t.State }).SingleAsync(cancel);
        if (thread.State != ContentState.Published) return true;

        await db.Members.Where(m => m.Id == post.AuthorId)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Posts, x => x.Posts + sign), cancel);
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(thread.BoardId, 0, sign, now, null), now);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
