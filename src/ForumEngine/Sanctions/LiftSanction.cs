using System.Text.Json;
using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>
/// Takes a sanction back before its end; the row stays and says so, and its clean-up is undone. Who might give it may lift it,
/// and so may its issuer.
/// </summary>
public sealed class LiftSanction(ForumDb db, BoardTrees trees, SanctionBell bell, Ranks ranks)
{
    public async Task<Refusal?> RunAsync(Viewer who, int sanctionId, string reason, CancellationToken cancel)
    {
        var found = await FindAsync(who, sanctionId, cancel);
        if (found.Refusal is { } missing) return missing;
        reason = reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > Sanction.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", Sanction.ReasonLength);

        var lifted = await db.InTransactionAsync(() => InAsync(who, sanctionId, reason, cancel), cancel);
        if (!lifted) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        Announce(found.Value.MemberId);
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

    /// <summary>
    /// Inside the caller's transaction, without asking for rights: for code, such as a warning that is taken back. Call
    /// <see cref="Announce"/> after the commit. False: it has ended or was lifted already, and nothing was written.
    /// </summary>
    public async Task<bool> InAsync(Viewer who, int sanctionId, string reason, CancellationToken cancel)
    {
        await Ledger.LockAsync(db, who.Now, cancel);
        var row = db.Sanctions.Where(s => s.Id == sanctionId);
        if (await row.SingleOrDefaultAsync(cancel) is not { } sanction || sanction.StateAt(who.Now) != SanctionState.Active) return false;
        await row.ExecuteUpdateAsync(s => s.SetProperty(x => x.LiftedAt, who.Now).SetProperty(x => x.LiftedById, who.MemberId)
            .SetProperty(x => x.LiftedByName, who.Name).SetProperty(x => x.LiftReason, reason), cancel);
        db.Log(who, SanctionLog.Lifted, reason, sanction.BoardId, memberId: sanction.MemberId,
            details: JsonSerializer.Serialize(new { sanction = sanction.Id }));
        await Notify.AddAsync(db, SanctionLog.NoticeTo(sanction, NoticeKind.SanctionLifted, who.Now, reason), cancel);
        await Ledger.AppendAsync(db, who, sanction, LedgerAct.Lifted, new LedgerContent { LiftedAt = LedgerContent.Time(who.Now), LiftReason = reason }, cancel);
        await Versions.BumpAsync(db, Kinds.Sanctions, cancel);
        return true;
    }

    /// <inheritdoc cref="IssueSanction.Announce"/>
    public void Announce(int memberId) => bell.Ring(memberId);
}
