using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>
/// A member appeals: once for each sanction, also while blocked or locked. Who it is the caller has made sure of, by the
/// session or by a signed link.
/// </summary>
public sealed class AppealSanction(ForumDb db, SanctionBell bell)
{
    /// <summary>The sanction if this member may appeal it now; the form asks the same before it is shown.</summary>
    public async Task<Outcome<Sanction>> FindAsync(int? memberId, int sanctionId, DateTime now, CancellationToken cancel)
    {
        var sanction = await db.Sanctions.SingleOrDefaultAsync(s => s.Id == sanctionId, cancel);
        if (sanction is null) return Refusal.NotFound;
        return AppealRules.WhyNotAppeal(memberId, sanction, now) is { } refused ? refused : sanction;
    }

    /// <summary><paramref name="who"/> is the request's viewer; with a signed link that is a guest.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int? memberId, int sanctionId, string message, CancellationToken cancel)
    {
        var found = await FindAsync(memberId, sanctionId, who.Now, cancel);
        if (found.Refusal is { } refused) return refused;
        message = Posts.PostText.CleanBody(message);
        if (message.Length == 0) return Refusal.Invalid("Message", "AppealMissing");
        if (message.Length > Appeal.MessageLength) return Refusal.Invalid("Message", "TextTooLong", Appeal.MessageLength);
        var name = await db.Members.Where(m => m.Id == memberId).Select(m => m.UserName!).SingleAsync(cancel);
        var member = who with { MemberId = memberId, Name = name };
        var refusal = await db.InTransactionAsync(() => WriteAsync(member, sanctionId, message, cancel), cancel);
        if (refusal is null) bell.Ring(found.Value.MemberId);
        return refusal;
    }

    private async Task<Refusal?> WriteAsync(Viewer member, int sanctionId, string message, CancellationToken cancel)
    {
        await Ledger.LockAsync(db, member.Now, cancel);
        // Asked again under the lock: it may have been appealed or lifted meanwhile.
        var found = await FindAsync(member.MemberId, sanctionId, member.Now, cancel);
        if (found.Refusal is { } refused) return refused;
        db.Appeals.Add(new Appeal { SanctionId = sanctionId, Message = message, At = member.Now });
        await db.SaveChangesAsync(cancel);
        await db.Sanctions.Where(s => s.Id == sanctionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Appeal, AppealState.Open), cancel);
        await Ledger.AppendAsync(db, member, found.Value, LedgerAct.Appealed, new LedgerContent { Message = LedgerContent.Hash(message) }, cancel);
        await Versions.BumpAsync(db, Kinds.Sanctions, cancel);
        return null;
    }
}
