using ForumEngine.Challenges;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Accounts;

/// <summary>
/// Checks name (or e-mail) and password. Known and unknown accounts get the same answer after the same work. Sanctions don't
/// matter here: whoever is blocked may sign in to read why.
/// </summary>
public sealed class SignIn(
    ForumDb db, IPasswordHasher<Member> hasher, SignInThrottle throttle, SettingsSource settings, Work work, CheckSecondFactor second, ILogger<SignIn> log)
{
    private static string? dummyHash;

    /// <summary>Of a member with a second factor the answer is only half the way: <see cref="FinishAsync"/> is the other.</summary>
    public async Task<Outcome<Member>> RunAsync(Viewer who, string nameOrEmail, string password, CancellationToken cancel, string? proof = null)
    {
        if (nameOrEmail.Length is 0 or > EmailAddress.MaxLength) return Refusal.Invalid("UserName", "SignInNameMissing");
        if (password.Length is 0 or > PasswordRules.MaxLength) return Refusal.Invalid("Password", "SignInWrong");
        var folded = MemberName.Fold(nameOrEmail.Trim());
        // No name holds an @, no address does without.
        var member = await (folded.Contains('@', StringComparison.Ordinal)
            ? db.Members.Where(m => m.NormalizedEmail == folded)
            : db.Members.Where(m => m.NormalizedUserName == folded)).SingleOrDefaultAsync(cancel);
        return await CheckAsync(who, member, member is null ? $"name\n{folded}" : $"id\n{member.Id}", password, await IsTrustedAsync(who, proof, cancel), cancel);
    }

    /// <summary>The same check for somebody who is known: before a change that asks for the password again.</summary>
    public async Task<Outcome<Member>> AgainAsync(Viewer who, string password, CancellationToken cancel)
    {
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == who.MemberId, cancel);
        if (member is null) return Refusal.SignInFirst;
        var outcome = await CheckAsync(who, member, $"id\n{member.Id}", password.Length > PasswordRules.MaxLength ? "" : password, true, cancel);
        return outcome.Refusal?.Code == "SignInWrong" ? Refusal.Invalid("CurrentPassword", "CurrentPasswordWrong") : outcome;
    }

    /// <summary>The second step: a code, for the member and the stamp of the first.</summary>
    public async Task<Outcome<Member>> FinishAsync(Viewer who, int memberId, string stamp, string code, Uri site, CancellationToken cancel)
    {
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == memberId && m.SecurityStamp == stamp && m.TwoFactorEnabled, cancel);
        if (member is null) return Refusal.SignInFirst;
        if (await second.RunAsync(who, member, code, site, cancel) is { } wrong) return wrong;
        await SeeAsync(who, member.Id, cancel);
        return member;
    }

    /// <summary>A code in place of the password, of somebody who is signed in.</summary>
    public async Task<Refusal?> AgainByCodeAsync(Viewer who, string code, Uri site, CancellationToken cancel) =>
        await db.Members.SingleOrDefaultAsync(m => m.Id == who.MemberId && m.TwoFactorEnabled, cancel) is { } member
            ? await second.RunAsync(who, member, code, site, cancel) : Refusal.Invalid("Code", "CodeWrong");

    private Task<int> SeeAsync(Viewer who, int memberId, CancellationToken cancel) => db.Members.Where(m => m.Id == memberId)
        .ExecuteUpdateAsync(m => m.SetProperty(x => x.LastSeenAt, who.Now).SetProperty(x => x.LastAddress, who.Address), cancel);

    private async Task<Outcome<Member>> CheckAsync(Viewer who, Member? member, string account, string password, bool isTrusted, CancellationToken cancel)
    {
        var attempt = await throttle.BeginAsync(account, who.Address, isTrusted, cancel);
        if (attempt.Wait > TimeSpan.Zero) return Refusal.TooSoon(attempt.Wait);
        var result = hasher.VerifyHashedPassword(member ?? new Member(), member?.PasswordHash ?? Dummy(), password);
        if (member?.PasswordHash is null || result == PasswordVerificationResult.Failed)
        {
            log.LogInformation("Sign-in failed for member {MemberId}", member?.Id);
            return Refusal.Invalid("Password", "SignInWrong") with { NeedsWork = !isTrusted || await AsksForWorkAsync(cancel) };
        }
        if (member.TwoFactorEnabled) await throttle.PassAsync(attempt, cancel);
        else
        {
            await throttle.ForgiveAsync(attempt, cancel);
            await SeeAsync(who, member.Id, cancel);
        }
        if (result == PasswordVerificationResult.SuccessRehashNeeded) await RehashAsync(member, password, cancel);
        return member;
    }

    /// <summary>Where the site asks for work, an address whose browser did none has fewer tries (<see cref="SignInThrottle"/>); it is never shut out.</summary>
    private async Task<bool> IsTrustedAsync(Viewer who, string? proof, CancellationToken cancel) =>
        !await AsksForWorkAsync(cancel) || await work.RedeemAsync(db, proof, who.Now, cancel);

    private async Task<bool> AsksForWorkAsync(CancellationToken cancel) => (await settings.CurrentAsync(cancel)).Registration.Challenge == "work";

    /// <summary>A hash nobody has the password of, as costly to check as a real one.</summary>
    private string Dummy() => dummyHash ??= hasher.HashPassword(new Member(), SecurityStamps.New());

    private Task<int> RehashAsync(Member member, string password, CancellationToken cancel)
    {
        var hash = hasher.HashPassword(member, password);
        return db.Members.Where(m => m.Id == member.Id && m.PasswordHash == member.PasswordHash)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.PasswordHash, hash), cancel);
    }
}
