using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Accounts;

/// <summary>Changes one's own password; the old one is asked for.</summary>
public sealed class ChangePassword(ForumDb db, SignIn signIn, IPasswordHasher<Member> hasher, AccountMails mails, Viewers viewers, Outbox outbox)
{
    /// <summary>Answers the member with the new stamp: every sign-in but the one that is renewed with it has ended.</summary>
    public async Task<Outcome<Member>> RunAsync(Viewer who, string current, string password, string confirm, Uri site, CancellationToken cancel)
    {
        if (who.IsGuest) return Refusal.SignInFirst;
        var again = await signIn.AgainAsync(who, current, cancel);
        if (again.Refusal is not null) return again;
        var member = again.Value;
        if (NewPassword.Problem(member, password, confirm) is { } problem) return problem;

        var (hash, stamp) = (hasher.HashPassword(member, password), SecurityStamps.New());
        await db.InTransactionAsync(async () =>
        {
            await NewPassword.SetAsync(db, member.Id, hash, stamp, cancel);
            await mails.PasswordChangedAsync(member, site, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(member.Id);
        outbox.Wake();
        member.SecurityStamp = stamp;
        return member;
    }
}
