using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;

namespace ForumEngine.Posts;

/// <summary>Takes a reply out of its thread; its floor stays empty. The first floor is the thread itself (features.md B3).</summary>
public sealed class DeletePost(ForumDb db, PostDesk desk, StaffAction action, DeleteThread thread)
{
    public async Task<Refusal?> RunAsync(Viewer who, long postId, string reason, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, postId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (post, on, rank) = found.Value;
        if (post.Floor == 1) return await thread.RunAsync(who, post.ThreadId, reason, cancel);
        if (ThreadStaffRules.Check(who, ThreadAct.Delete, on.Board, post.AuthorId, rank) is { } refusal) return refusal;

        var line = new StaffLine("post.delete", NoticeKind.PostDeleted, on.Thread, post.AuthorId, reason.Trim()) { PostId = postId, IsAnonymous = post.IsAnonymous };
        return await action.RunAsync(who, line, () => PostRemoval.RecycleAsync(db, post, who.Now, cancel), cancel);
    }
}
