using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Sets a new password by the mailed link: once, within its time, for the account and the address it was made for.</summary>
public sealed class ResetPassword(
    ForumDb db, AccountTokens tokens, IPasswordHasher<Member> hasher, AccountMails mails, AddressLimit limit, Viewers viewers, Outbox outbox)
{
    public async Task<Refusal?> RunAsync(Viewer who, string? token, string password, string confirm, Uri site, CancellationToken cancel)
    {
        if (limit.Take("reset", who.Address, 30, TimeSpan.FromHours(1)) is { } wait) return Refusal.TooSoon(wait);
        if (await FindAsync(token, cancel) is not { } member) return Refusal.Forbidden("LinkDead");
        if (NewPassword.Problem(member, password, confirm) is { } problem) return problem;

        var hash = hasher.HashPassword(member, password);
        var used = RequestPasswordReset.Hash(token!);
        var done = await db.InTransactionAsync(async () =>
        {
            // Whoever deletes the row has the link; a second use at the same time finds none.
            if (await db.UserTokens.Where(t => t.UserId == member.Id && t.Value == used).ExecuteDeleteAsync(cancel) == 0) return false;
            await NewPassword.SetAsync(db, member.Id, hash, SecurityStamps.New(), cancel);
            await mails.PasswordChangedAsync(member, site, cancel);
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        viewers.Forget(member.Id);
        outbox.Wake();
        return done ? null : Refusal.Forbidden("LinkDead");
    }

    /// <summary>The member a living link belongs to; else null.</summary>
    public async Task<Member?> FindAsync(string? token, CancellationToken cancel)
    {
        if (tokens.Read(AccountTokens.Reset, token) is not { } read) return null;
        var hash = RequestPasswordReset.Hash(token!);
        return await db.Members.SingleOrDefaultAsync(m => m.Id == read.MemberId && m.SecurityStamp == read.Stamp && m.Email == read.Address
            && db.UserTokens.Any(t => t.UserId == m.Id && t.LoginProvider == RequestPasswordReset.Provider && t.Name == AccountTokens.Reset && t.Value == hash), cancel);
    }
}
