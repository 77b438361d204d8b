using System.Security.Cryptography;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>A secret that waits for its first code, as its owner puts it into an authenticator.</summary>
public sealed record SecretToEnrol(string Key, string Address);

/// <summary>The member with the new stamp, and the codes to be shown this once.</summary>
public sealed record Enrolled(Member Member, IReadOnlyList<string> Codes);

/// <summary>Puts a second factor on: password, secret, first code. It is on only after the last.</summary>
public sealed class EnrolSecondFactor(
    ForumDb db, SignIn signIn, CheckSecondFactor check, SignInThrottle throttle, AccountMails mails, SettingsSource settings, Viewers viewers, Outbox outbox)
{
    /// <summary>After that the secret is made anew: whoever saw it over somebody's shoulder long ago must not have it.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Makes the secret, a new one each time; the password is asked for, so that a borrowed browser can't lock its owner out.</summary>
    public async Task<Refusal?> BeginAsync(Viewer who, string password, CancellationToken cancel)
    {
        var again = await signIn.AgainAsync(who, password, cancel);
        if (again.Refusal is { } refused) return refused;
        if (again.Value.TwoFactorEnabled) return new Refusal(RefusalKind.Conflict, "FactorIsOn");
        var (id, secret) = (again.Value.Id, check.Close(RandomNumberGenerator.GetBytes(Totp.SecretBytes)));
        await db.InTransactionAsync(async () =>
        {
            // One that is on meanwhile stays.
            if (await db.Members.AnyAsync(m => m.Id == id && m.TwoFactorEnabled, cancel)) return;
            await db.SecondFactors.Where(f => f.MemberId == id).ExecuteDeleteAsync(cancel);
            db.SecondFactors.Add(new SecondFactor { MemberId = id, Secret = secret, At = who.Now });
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return null;
    }

    /// <summary>What waits for its first code; null when nothing does.</summary>
    public async Task<SecretToEnrol?> FindAsync(Viewer who, CancellationToken cancel)
    {
        var since = who.Now - Lifetime;
        if (await db.SecondFactors.SingleOrDefaultAsync(f => f.MemberId == who.MemberId && f.At > since && !db.Members.Any(m => m.Id == f.MemberId && m.TwoFactorEnabled), cancel) is not { } factor) return null;
        var site = (await settings.CurrentAsync(cancel)).Site.Name;
        return check.Open(factor) is { } secret ? new SecretToEnrol(Totp.Write(secret), Totp.AddressOf(secret, site, who.Name)) : null;
    }

    /// <summary>The first code puts it on, and ends the other sign-ins, which were begun without.</summary>
    public async Task<Outcome<Enrolled>> ConfirmAsync(Viewer who, string code, Uri site, CancellationToken cancel)
    {
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == who.MemberId, cancel) is not { } member) return Refusal.SignInFirst;
        if (member.TwoFactorEnabled) return new Refusal(RefusalKind.Conflict, "FactorIsOn");
        if (await FindAsync(who, cancel) is null) return Refusal.Invalid("Code", "FactorTooLate");
        var attempt = await throttle.BeginAsync($"id\n{member.Id}", who.Address, true, cancel);
        if (attempt.Wait > TimeSpan.Zero) return Refusal.TooSoon(attempt.Wait) with { Field = "Code" };
        if (!await check.TakeAsync(who, member.Id, RecoveryCodes.Plain(code), cancel)) return Refusal.Invalid("Code", "CodeWrong");
        await throttle.ForgiveAsync(attempt, cancel);
        var stamp = SecurityStamps.New();
        IReadOnlyList<string> codes = [];
        await db.InTransactionAsync(async () =>
        {
            await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.TwoFactorEnabled, true).SetProperty(x => x.SecurityStamp, stamp), cancel);
            codes = await RecoveryCodes.RenewAsync(db, member.Id, cancel);
            await mails.FactorOnAsync(member, site, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(member.Id);
        outbox.Wake();
        (member.SecurityStamp, member.TwoFactorEnabled) = (stamp, true);
        return new Enrolled(member, codes);
    }
}
