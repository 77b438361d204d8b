using System.Text.Json;
using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>Takes a sanction back before its end; the row stays and says so. Who might give it may lift it.</summary>
public sealed class LiftSanction(ForumDb db, BoardTrees trees, Viewers viewers, Ranks ranks)
{
    public async Task<Refusal?> RunAsync(Viewer who, int sanctionId, string reason, CancellationToken cancel)
    {
        var found = await FindAsync(who, sanctionId, cancel);
        if (found.Refusal is { } missing) return missing;
        var sanction = found.Value;
        reason = reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > Sanction.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", Sanction.ReasonLength);

        var lifted = await db.InTransactionAsync(() => LiftAsync(who, sanction, reason, cancel), cancel);
        if (!lifted) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        viewers.Forget(sanction.MemberId);
        return null;
    }

    /// <summary>The sanction if this viewer may lift it now; the form asks the same before it is shown.</summary>
    public async Task<Outcome<Sanction>> FindAsync(Viewer who, int sanctionId, CancellationToken cancel)
    {
        var sanction = await db.Sanctions.SingleOrDefaultAsync(s => s.Id == sanctionId, cancel);
        if (sanction is null) return Refusal.NotFound;
        var board = sanction.BoardId is { } id ? (await trees.CurrentAsync(cancel)).FindVisible(id, who) : null;
        if (sanction.BoardId is not null && board is null) return Refusal.NotFound;
        var rank = await ranks.OfAsync(sanction.MemberId, cancel);
        if (SanctionRules.Check(who, sanction.Kind, board, sanction.MemberId, rank) is { } refusal) return refusal;
        return sanction.StateAt(who.Now) == SanctionState.Active ? sanction : new Refusal(RefusalKind.Conflict, "SanctionNotActive");
    }

    private async Task<bool> LiftAsync(Viewer who, Sanction sanction, string reason, CancellationToken cancel)
    {
        var rows = await db.Sanctions.Where(s => s.Id == sanction.Id).Where(SanctionStates.Is(SanctionState.Active, who.Now))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LiftedAt, who.Now)
                .SetProperty(x => x.LiftedByName, who.Name).SetProperty(x => x.LiftReason, reason), cancel);
        if (rows == 0) return false;
        db.Log(who, SanctionLog.Lifted, reason, sanction.BoardId, memberId: sanction.MemberId,
            details: JsonSerializer.Serialize(new { sanction = sanction.Id }));
        await Notify.AddAsync(db, SanctionLog.NoticeTo(sanction, NoticeKind.SanctionLifted, who.Now, reason), cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
