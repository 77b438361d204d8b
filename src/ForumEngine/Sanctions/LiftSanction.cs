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
public sealed class LiftSanction(ForumDb db, BoardTrees trees, SanctionBell bell, Ranks ranks, CleanUpMember cleanUps)
{
    /// <summary>With <paramref name="restore"/> what its clean-up took comes back.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int sanctionId, string reason, CancellationToken cancel, bool restore = true)
    {
        var found = await FindAsync(who, sanctionId, cancel);
        if (found.Refusal is { } missing) return missing;
        reason = reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > Sanction.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", Sanction.ReasonLength);

        var lifted = await db.InTransactionAsync(() => InAsync(who, sanctionId, reason, cancel, restore), cancel);
        if (!lifted) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        Announce(found.Value.MemberId);
        return null;
    }

    /// <summary>The sanction if this viewer may lift it now; the form asks the same before it is shown.</summary>
    public async Task<Outcome<Sanction>> FindAsync(Viewer who, int sanctionId, CancellationToken cancel)
    {
        var found = await OnDeskAsync(who, sanctionId, cancel);
        if (found.Refusal is not null) return found;
        return found.Value.StateAt(who.Now) == SanctionState.Active ? found : new Refusal(RefusalKind.Conflict, "SanctionNotActive");
    }

    /// <summary>Whether lifting it has something to bring back.</summary>
    public Task<bool> HasCleanUpAsync(int sanctionId, CancellationToken cancel) => db.CleanUps.AnyAsync(c => c.SanctionId == sanctionId, cancel);

    /// <summary>Whether this viewer might have issued it, and so may hide it, say.</summary>
    public async Task<bool> MayHandleAsync(Viewer who, int sanctionId, CancellationToken cancel) => (await OnDeskAsync(who, sanctionId, cancel)).Refusal is null;

    /// <summary>The sanction, whatever its state, for those who might have issued it.</summary>
    internal async Task<Outcome<Sanction>> OnDeskAsync(Viewer who, int sanctionId, CancellationToken cancel)
    {
        var sanction = await db.Sanctions.SingleOrDefaultAsync(s => s.Id == sanctionId, cancel);
        if (sanction is null) return Refusal.NotFound;
        var board = sanction.BoardId is { } id ? (await trees.CurrentAsync(cancel)).FindVisible(id, who) : null;
        if (sanction.BoardId is not null && board is null) return Refusal.NotFound;
        var rank = await ranks.OfAsync(sanction.MemberId, cancel);
        return SanctionRules.Check(who, sanction.Kind, board, sanction.MemberId, rank) is { } refusal ? refusal : sanction;
    }

    /// <summary>
    /// Inside the caller's transaction, without asking for rights: for code, such as a warning that is taken back. Call
    /// <see cref="Announce"/> after the commit. False: it has ended or was lifted already, and nothing was written; with
    /// <paramref name="evenEnded"/> what has ended is lifted too, since an appeal clears the record and restores what was taken.
    /// </summary>
    public async Task<bool> InAsync(Viewer who, int sanctionId, string reason, CancellationToken cancel, bool restore = true, bool evenEnded = false)
    {
        await Ledger.LockAsync(db, who.Now, cancel);
        var row = db.Sanctions.Where(s => s.Id == sanctionId);
        if (await row.SingleOrDefaultAsync(cancel) is not { LiftedAt: null } sanction) return false;
        if (!evenEnded && sanction.StateAt(who.Now) != SanctionState.Active) return false;
        await DecideAppeal.CloseAsync(db, who, sanction, AppealState.Lifted, reason, null, cancel);
        await row.ExecuteUpdateAsync(s => s.SetProperty(x => x.LiftedAt, who.Now).SetProperty(x => x.LiftedById, who.MemberId)
            .SetProperty(x => x.LiftedByName, who.Name).SetProperty(x => x.LiftReason, reason), cancel);
        db.Log(who, SanctionLog.Lifted, reason, sanction.BoardId, memberId: sanction.MemberId,
            details: JsonSerializer.Serialize(new { sanction = sanction.Id }));
        await Notify.AddAsync(db, SanctionLog.NoticeTo(sanction, NoticeKind.SanctionLifted, who.Now, reason), cancel);
        await Ledger.AppendAsync(db, who, sanction, LedgerAct.Lifted, new LedgerContent { LiftedAt = LedgerContent.Time(who.Now), LiftReason = reason }, cancel);
        if (restore) await cleanUps.UndoOfAsync(who, sanctionId, reason, cancel);
        await Versions.BumpAsync(db, Kinds.Sanctions, cancel);
        return true;
    }

    /// <inheritdoc cref="IssueSanction.Announce"/>
    public void Announce(int memberId)
    {
        bell.Ring(memberId);
        cleanUps.Announce();
    }
}
