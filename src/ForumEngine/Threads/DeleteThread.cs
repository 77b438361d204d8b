using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Storage;

namespace ForumEngine.Threads;

/// <summary>Puts a thread into the recycle bin; <see cref="RestoreThread"/> takes it out (features.md B2).</summary>
public sealed class DeleteThread(ForumDb db, ThreadDesk desk, StaffAction action)
{
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, string reason, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, threadId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (thread, board, rank) = found.Value;
        if (ThreadStaffRules.Check(who, ThreadAct.Delete, board, thread.AuthorId, rank) is { } refusal) return refusal;

        var line = new StaffLine("thread.delete", NoticeKind.ThreadDeleted, thread, thread.AuthorId, reason.Trim());
        return await action.RunAsync(who, line, () => ThreadRemoval.RecycleAsync(db, threadId, who.Now, cancel), cancel);
    }
}
