using System.Security.Cryptography;
using System.Text;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>
/// Mails the way back in. The answer doesn't say whether there is such an account. A newer request ends the older link:
/// the hash of the last one is kept.
/// </summary>
public sealed class RequestPasswordReset(ForumDb db, AccountTokens tokens, AccountMails mails, AddressLimit limit, Outbox outbox)
{
    public const string Provider = "forum";

    public async Task<Refusal?> RunAsync(Viewer who, string email, Uri site, CancellationToken cancel)
    {
        email = email.Trim();
        if (!EmailAddress.IsValid(email)) return Refusal.Invalid("Email", "EmailInvalid");
        if (limit.Take("forgot", who.Address, 10, TimeSpan.FromHours(1)) is { } wait) return Refusal.TooSoon(wait);
        var folded = MemberName.Fold(email);
        var member = await db.Members.SingleOrDefaultAsync(m => m.NormalizedEmail == folded, cancel);
        // A mailbox isn't flooded from many addresses either; nobody is told.
        if (member is null || limit.Take("forgot", MailboxOf(member), 5, TimeSpan.FromHours(1)) is not null) return null;

        var token = tokens.Make(AccountTokens.Reset, member, member.Email!);
        await db.InTransactionAsync(async () =>
        {
            await AddAsync(db, mails, member, token, site, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        outbox.Wake();
        return null;
    }

    /// <summary>Into the caller's transaction: the token's hash, in place of the last one, and the mail.</summary>
    internal static async Task AddAsync(ForumDb db, AccountMails mails, Member member, string token, Uri site, CancellationToken cancel)
    {
        await db.UserTokens.Where(t => t.UserId == member.Id && t.LoginProvider == Provider && t.Name == AccountTokens.Reset).ExecuteDeleteAsync(cancel);
        db.UserTokens.Add(new IdentityUserToken<int> { UserId = member.Id, LoginProvider = Provider, Name = AccountTokens.Reset, Value = Hash(token) });
        await mails.ResetAsync(member, token, site, cancel);
    }

    internal static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static byte[] MailboxOf(Member member) => SHA256.HashData(Encoding.UTF8.GetBytes(member.NormalizedEmail!))[..16];
}
