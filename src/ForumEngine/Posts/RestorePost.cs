using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;

namespace ForumEngine.Posts;

/// <summary>Puts a deleted reply back on its floor (features.md B3).</summary>
public sealed class RestorePost(ForumDb db, PostDesk desk, StaffAction action, RestoreThread thread)
{
    public async Task<Refusal?> RunAsync(Viewer who, long postId, string reason, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, postId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (post, on, rank) = found.Value;
        if (post.Floor == 1) return await thread.RunAsync(who, post.ThreadId, reason, cancel);
        if (ThreadStaffRules.Check(who, ThreadAct.Restore, on.Board, post.AuthorId, rank) is { } refusal) return refusal;

        var line = new StaffLine("post.restore", NoticeKind.PostRestored, on.Thread, post.AuthorId, reason.Trim()) { PostId = postId, IsAnonymous = post.IsAnonymous };
        return await action.RunAsync(who, line, () => PostRemoval.RestoreAsync(db, post, who.Now, cancel), cancel);
    }
}
