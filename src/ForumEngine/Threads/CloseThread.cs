using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Closes a thread to replies; <see cref="OpenThread"/> opens it (features.md B2).</summary>
public sealed class CloseThread(ForumDb db, ThreadDesk desk, StaffAction action)
{
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, string reason, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, threadId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (thread, board, rank) = found.Value;
        if (ThreadStaffRules.Check(who, ThreadAct.Close, board, thread.AuthorId, rank) is { } refusal) return refusal;

        var line = new StaffLine("thread.close", NoticeKind.ThreadClosed, thread, thread.AuthorId, reason.Trim());
        return await action.RunAsync(who, line, async () =>
            await db.Threads.Where(t => t.Id == threadId && !t.IsClosed)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.IsClosed, true), cancel) == 1, cancel);
    }
}
