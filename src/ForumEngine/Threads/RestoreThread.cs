using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Storage;

namespace ForumEngine.Threads;

/// <summary>Takes a thread out of the recycle bin, with its replies, counters and place (features.md B2).</summary>
public sealed class RestoreThread(ForumDb db, ThreadDesk desk, StaffAction action)
{
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, string reason, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, threadId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (thread, board, rank) = found.Value;
        if (ThreadStaffRules.Check(who, ThreadAct.Restore, board, thread.AuthorId, rank) is { } refusal) return refusal;

        var line = new StaffLine("thread.restore", NoticeKind.ThreadRestored, thread, thread.AuthorId, reason.Trim());
        return await action.RunAsync(who, line, () => ThreadRemoval.RestoreAsync(db, threadId, who.Now, cancel), cancel);
    }
}
