using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>What members do with a second factor that is on; each asks for the password and a code.</summary>
public sealed class ChangeSecondFactor(
    ForumDb db, SignIn signIn, CheckSecondFactor check, AccountMails mails, Ranks ranks, SettingsSource settings, Viewers viewers, Outbox outbox)
{
    /// <summary>Ten new recovery codes, to be shown this once.</summary>
    public async Task<Outcome<Enrolled>> RenewCodesAsync(Viewer who, string password, string code, Uri site, CancellationToken cancel)
    {
        var sure = await SureAsync(who, password, code, site, cancel);
        if (sure.Refusal is { } refused) return refused;
        IReadOnlyList<string> codes = [];
        await db.InTransactionAsync(async () =>
        {
            codes = await RecoveryCodes.RenewAsync(db, sure.Value.Id, cancel);
            await mails.CodesRenewedAsync(sure.Value, site, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        outbox.Wake();
        return new Enrolled(sure.Value, codes);
    }

    /// <summary>Answers the member with the new stamp: the other sign-ins have ended. Refused where the site demands it (<c>FactorIsDemanded</c>).</summary>
    public async Task<Outcome<Member>> TurnOffAsync(Viewer who, string password, string code, Uri site, CancellationToken cancel)
    {
        if (who.MemberId is { } id && SecondFactorRules.WhyNotTurnOff(await ranks.OfAsync(id, cancel), (await settings.CurrentAsync(cancel)).Security) is { } not) return not;
        var sure = await SureAsync(who, password, code, site, cancel);
        if (sure.Refusal is not null) return sure;
        var (member, stamp) = (sure.Value, SecurityStamps.New());
        await db.InTransactionAsync(async () =>
        {
            await RemoveAsync(db, member.Id, stamp, cancel);
            await mails.FactorOffAsync(member, site, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(member.Id);
        outbox.Wake();
        (member.SecurityStamp, member.TwoFactorEnabled) = (stamp, false);
        return member;
    }

    /// <summary>The authenticator and all codes go, and every sign-in with the old stamp.</summary>
    internal static async Task RemoveAsync(ForumDb db, int memberId, string stamp, CancellationToken cancel)
    {
        await db.SecondFactors.Where(f => f.MemberId == memberId).ExecuteDeleteAsync(cancel);
        await db.RecoveryCodes.Where(c => c.MemberId == memberId).ExecuteDeleteAsync(cancel);
        await db.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.TwoFactorEnabled, false).SetProperty(x => x.SecurityStamp, stamp), cancel);
    }

    private async Task<Outcome<Member>> SureAsync(Viewer who, string password, string code, Uri site, CancellationToken cancel)
    {
        var again = await signIn.AgainAsync(who, password, cancel);
        if (again.Refusal is not null) return again;
        if (!again.Value.TwoFactorEnabled) return new Refusal(RefusalKind.Conflict, "FactorIsOff");
        return await check.RunAsync(who, again.Value, code, site, cancel) is { } wrong ? wrong : again;
    }
}
