using System.Security.Cryptography;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Accounts;

/// <summary>
/// Checks a code of the authenticator or a recovery code: each is good once. Tries count with those at the password
/// (<see cref="SignInThrottle"/>), and besides for the account as a whole: who gets this far has the password already.
/// </summary>
public sealed class CheckSecondFactor(
    ForumDb db, IDataProtectionProvider protection, SignInThrottle throttle, AccountMails mails, Outbox outbox, ILogger<CheckSecondFactor> log)
{
    private const int MostTyped = 60;

    /// <summary>Null when it is right. <c>CodeWrong</c> for all else: no code, a wrong one, one that was used.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, Member member, string typed, Uri site, CancellationToken cancel)
    {
        var code = typed.Length > MostTyped ? "" : RecoveryCodes.Plain(typed);
        var attempt = await throttle.BeginAsync($"id\n{member.Id}", who.Address, true, cancel, everywhere: true);
        if (attempt.Wait > TimeSpan.Zero) return Refusal.TooSoon(attempt.Wait) with { Field = "Code" };
        if (!await IsGoodAsync(who, member, code, site, cancel))
        {
            log.LogInformation("Second step failed for member {MemberId}", member.Id);
            return Refusal.Invalid("Code", "CodeWrong");
        }
        await throttle.ForgiveAsync(attempt, cancel);
        return null;
    }

    private async Task<bool> IsGoodAsync(Viewer who, Member member, string code, Uri site, CancellationToken cancel)
    {
        if (code.Length == Totp.Digits && code.All(char.IsAsciiDigit)) return await TakeAsync(who, member.Id, code, cancel);
        if (code.Length < Totp.Digits) return false;
        var used = await db.InTransactionAsync(async () =>
        {
            if (!member.TwoFactorEnabled || !await RecoveryCodes.UseAsync(db, member.Id, code, cancel)) return false;
            await mails.RecoveryUsedAsync(member, site, await db.RecoveryCodes.CountAsync(c => c.MemberId == member.Id, cancel), cancel);
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        if (used) outbox.Wake();
        return used;
    }

    /// <summary>Whoever moves the step forward has used the code; a second one at the same time finds it moved.</summary>
    internal async Task<bool> TakeAsync(Viewer who, int memberId, string code, CancellationToken cancel)
    {
        if (await db.SecondFactors.SingleOrDefaultAsync(f => f.MemberId == memberId, cancel) is not { } factor) return false;
        if (Open(factor) is not { } secret || Totp.Match(secret, code, who.Now, factor.LastStep) is not { } step) return false;
        return await db.SecondFactors.Where(f => f.MemberId == memberId && f.LastStep < step && f.Secret == factor.Secret)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.LastStep, step), cancel) == 1;
    }

    internal string Close(byte[] secret) => Convert.ToBase64String(Protector.Protect(secret));

    /// <summary>Null when the site's keys are others than those it was kept with: recovery codes and staff still help.</summary>
    internal byte[]? Open(SecondFactor factor)
    {
        try
        {
            return Protector.Unprotect(Convert.FromBase64String(factor.Secret));
        }
        catch (CryptographicException error)
        {
            log.LogError(error, "The second factor of member {MemberId} can't be read", factor.MemberId);
            return null;
        }
    }

    private IDataProtector Protector => protection.CreateProtector("ForumEngine.SecondFactor");
}
