using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.RecycleBin;
using ForumEngine.Storage;
using ForumEngine.Threads;

namespace ForumEngine.Posts;

/// <summary>
/// Authors take back what they wrote: a reply, or a thread that nobody has answered yet (others' answers are not theirs to
/// take away). It goes to the recycle bin like what staff delete.
/// </summary>
public sealed class DeleteOwnPost(ForumDb db, FindPost find, Outbox outbox)
{
    /// <summary>The post with its place, for the question "really?"; or why not.</summary>
    public async Task<Outcome<PostInPlace>> OpenAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is not null) return found;
        var (post, thread, board) = found.Value;
        if (who.IsGuest) return Refusal.SignInFirst;
        if (PostRules.WhyNotDeleteOwn(who, board, FindPost.Facts(thread), FindPost.Facts(post, who.Rank)) is { } refused) return refused;
        return post.Floor == 1 && thread.Replies > 0 ? Refusal.Forbidden("ThreadHasReplies") : found;
    }

    /// <summary>Answers with the deleted post's place.</summary>
    public async Task<Outcome<PostInPlace>> RunAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await OpenAsync(who, postId, cancel);
        if (found.Refusal is not null) return found;
        var post = found.Value.Post;
        // The bin says who threw something away, which must not name who wrote it.
        var by = post.IsAnonymous ? new Discard(who.Now, null, "", "") : Discard.By(who);
        var done = await db.InTransactionAsync(() => post.Floor == 1
            ? ThreadRemoval.RecycleAsync(db, post.ThreadId, by, cancel)
            : PostRemoval.RecycleAsync(db, post, by, cancel), cancel);
        if (!done) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        outbox.Wake();
        return found;
    }
}
