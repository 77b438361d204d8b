using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Opens a closed thread again (features.md B2).</summary>
public sealed class OpenThread(ForumDb db, ThreadDesk desk, StaffAction action)
{
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, string reason, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, threadId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (thread, board, rank) = found.Value;
        if (ThreadStaffRules.Check(who, ThreadAct.Open, board, thread.AuthorId, rank) is { } refusal) return refusal;

        var line = new StaffLine("thread.open", NoticeKind.ThreadOpened, thread, thread.AuthorId, reason.Trim());
        return await action.RunAsync(who, line, async () =>
            await db.Threads.Where(t => t.Id == threadId && t.IsClosed)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.IsClosed, false), cancel) == 1, cancel);
    }
}
