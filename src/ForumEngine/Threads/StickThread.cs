using System.Text.Json;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Sticks a thread above page 1 of its board, its category or the whole site, or unsticks it (features.md B2).</summary>
public sealed class StickThread(ForumDb db, ThreadDesk desk, StaffAction action)
{
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, Sticky level, string reason, CancellationToken cancel)
    {
        if (!Enum.IsDefined(level)) return Refusal.Invalid("Level", "NoSuchStickLevel");
        var found = await desk.FindAsync(who, threadId, cancel);
        if (found.Refusal is { } missing) return missing;
        var (thread, board, rank) = found.Value;
        if (ThreadStaffRules.Check(who, ThreadAct.Stick, board, thread.AuthorId, rank) is { } refusal) return refusal;
        if (ThreadStaffRules.CheckLevel(who, thread.Sticky, level) is { } tooHigh) return tooHigh;

        var line = new StaffLine(level == Sticky.No ? "thread.unstick" : "thread.stick",
            level == Sticky.No ? NoticeKind.ThreadUnstuck : NoticeKind.ThreadStuck, thread, thread.AuthorId, reason.Trim())
        {
            Details = JsonSerializer.Serialize(new { from = (int)thread.Sticky, to = (int)level }),
        };
        return await action.RunAsync(who, line, async () => thread.Sticky != level &&
            await db.Threads.Where(t => t.Id == threadId && t.Sticky == thread.Sticky)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Sticky, level), cancel) == 1, cancel);
    }
}
