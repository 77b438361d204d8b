using System.Text.Json;
using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Warnings;

/// <summary>Takes a warning back: it counts no more, and what only it carried is lifted. Who might give it may take it back.</summary>
public sealed class RevokeWarning(ForumDb db, BoardTrees trees, Ranks ranks, ClimbLadder ladder, Viewers viewers)
{
    /// <summary>The warning if this viewer may revoke it now.</summary>
    public async Task<Outcome<Warning>> FindAsync(Viewer who, int id, CancellationToken cancel)
    {
        var warning = await db.Warnings.SingleOrDefaultAsync(w => w.Id == id, cancel);
        if (warning is null) return Refusal.NotFound;
        var board = warning.BoardId is { } at ? (await trees.CurrentAsync(cancel)).FindVisible(at, who) : null;
        if (warning.BoardId is not null && board is null) return Refusal.NotFound;
        if (WarningRules.WhyNot(who, board, warning.MemberId, await ranks.OfAsync(warning.MemberId, cancel)) is { } refusal) return refusal;
        return warning.RevokedAt is null ? warning : new Refusal(RefusalKind.Conflict, "AlreadyDone");
    }

    public async Task<Outcome<Warning>> RunAsync(Viewer who, int id, string reason, CancellationToken cancel)
    {
        var found = await FindAsync(who, id, cancel);
        if (found.Refusal is not null) return found;
        reason = reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > Warning.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", Warning.ReasonLength);
        var done = await db.InTransactionAsync(() => RevokeAsync(who, found.Value, reason, cancel), cancel);
        if (done is null) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        if (done == true) ladder.Announce(found.Value.MemberId);
        viewers.Forget(found.Value.MemberId);
        return found;
    }

    /// <summary>Whether something was lifted with it; null: somebody else was faster.</summary>
    private async Task<bool?> RevokeAsync(Viewer who, Warning warning, string reason, CancellationToken cancel)
    {
        await Ledger.LockAsync(db, who.Now, cancel);
        var revoked = await db.Warnings.Where(w => w.Id == warning.Id && w.RevokedAt == null).ExecuteUpdateAsync(w => w
            .SetProperty(x => x.RevokedAt, who.Now).SetProperty(x => x.RevokedByName, who.Name).SetProperty(x => x.RevokeReason, reason)
            .SetProperty(x => x.OpenPostId, (long?)null), cancel);
        if (revoked == 0) return null;
        if (warning.PostId is { } post) await db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsWarned, false), cancel);
        var about = await db.Threads.Where(t => t.Id == warning.ThreadId).Select(t => t.Title).SingleOrDefaultAsync(cancel) ?? "";
        var unnamed = await db.Posts.AnyAsync(p => p.Id == warning.PostId && p.IsAnonymous, cancel);
        db.Log(who, warning.PostId is null ? "member.unwarn" : "post.unwarn", reason, warning.BoardId, warning.ThreadId, warning.PostId,
            unnamed ? null : warning.MemberId, JsonSerializer.Serialize(new { warning = warning.Id }));
        await Notify.AddAsync(db, WarnMember.NoticeOf(warning, NoticeKind.WarningRevoked, about, who.Now, reason), cancel);
        await db.SaveChangesAsync(cancel);
        return await ladder.AfterRevokingAsync(who, warning.MemberId, reason, cancel);
    }
}
