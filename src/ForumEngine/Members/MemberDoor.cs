using ForumEngine.Accounts;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Members;

/// <summary>Ends somebody's sign-ins everywhere; with them their password, if it may have become known.</summary>
public sealed class MemberDoor(ForumDb db, ChangeMember accounts, AccountTokens tokens, AccountMails mails, Viewers viewers, Outbox outbox)
{
    public Task<Refusal?> EndSessionsAsync(Viewer who, int memberId, string reason, CancellationToken cancel) =>
        TurnAsync(who, memberId, reason, "member.sessions", (_, stamp) => db.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.SecurityStamp, stamp), cancel), cancel);

    /// <summary>The password opens nothing any more; a link for a new one is mailed, and "forgotten" works as ever. Refused without an address (<c>NoMailAddress</c>).</summary>
    public Task<Refusal?> EndPasswordAsync(Viewer who, int memberId, string reason, Uri site, CancellationToken cancel) =>
        TurnAsync(who, memberId, reason, "member.password.end", async (member, stamp) =>
        {
            await db.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.PasswordHash, (string?)null).SetProperty(x => x.SecurityStamp, stamp), cancel);
            member.SecurityStamp = stamp;
            await RequestPasswordReset.AddAsync(db, mails, member, tokens.Make(AccountTokens.Reset, member, member.Email!), site, cancel);
        }, cancel, needsMail: true);

    /// <summary>Somebody lost their authenticator and their codes. Of founders only another founder may; one's own goes by its page.</summary>
    public Task<Refusal?> RemoveFactorAsync(Viewer who, int memberId, string reason, Uri site, CancellationToken cancel) =>
        TurnAsync(who, memberId, reason, null, async (member, _) =>
        {
            await ResetSecondFactor.TakeAwayAsync(db, who, memberId, reason.Trim(), cancel);
            await mails.FactorOffAsync(member, site, cancel);
        }, cancel, whyNot: found => MemberRules.WhyNotRemoveFactor(who, memberId, found.Rank, found.Member.TwoFactorEnabled));

    private async Task<Refusal?> TurnAsync(Viewer who, int memberId, string reason, string? act, Func<Member, string, Task> turn, CancellationToken cancel, bool needsMail = false, Func<AccountOnDesk, Refusal?>? whyNot = null)
    {
        var found = await accounts.FindAsync(who, memberId, cancel);
        if (found.Refusal is { } missing) return missing;
        if ((whyNot is null ? MemberRules.WhyNotEdit(who, memberId, found.Value.Rank) : whyNot(found.Value)) is { } refused) return refused;
        if (needsMail && string.IsNullOrEmpty(found.Value.Member.Email)) return Refusal.Invalid("Email", "NoMailAddress");
        reason = reason.Trim();
        if (reason.Length > StaffAct.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", StaffAct.ReasonLength);
        await db.InTransactionAsync(async () =>
        {
            await turn(found.Value.Member, SecurityStamps.New());
            if (act is not null) db.Log(who, act, reason, memberId: memberId);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(memberId);
        outbox.Wake();
        return null;
    }
}
