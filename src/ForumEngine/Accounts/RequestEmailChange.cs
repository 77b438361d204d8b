using ForumEngine.Addresses;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Begins a change of address: a link to the new one, word of it to the old one. Nothing changes until the link is opened.</summary>
public sealed class RequestEmailChange(ForumDb db, SignIn signIn, AccountMails mails, AddressLimit limit, MailDomains domains, Outbox outbox)
{
    public async Task<Refusal?> RunAsync(Viewer who, string email, string password, Uri site, CancellationToken cancel)
    {
        if (who.IsGuest) return Refusal.SignInFirst;
        email = email.Trim();
        if (!EmailAddress.IsValid(email)) return Refusal.Invalid("Email", "EmailInvalid");
        var again = await signIn.AgainAsync(who, password, cancel);
        if (again.Refusal is { } wrong) return wrong;
        var (member, folded) = (again.Value, MemberName.Fold(email));
        if (await Taken.EmailAsync(db, email, member.Id, cancel)) return Refusal.Invalid("Email", "EmailTaken");
        if (member.NormalizedEmail != folded && await domains.WhyNotAsync(email, cancel) is { } domain) return domain;
        if (limit.Take("email", who.Address, 10, TimeSpan.FromHours(1)) is { } wait) return Refusal.TooSoon(wait);
        await db.InTransactionAsync(async () =>
        {
            await mails.ConfirmAddressAsync(member, email, site, cancel);
            if (member.NormalizedEmail != folded) await mails.EmailChangingAsync(member, site, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        outbox.Wake();
        return null;
    }

    /// <summary>Once more to the address that is waiting to be confirmed.</summary>
    public async Task<Refusal?> RepeatAsync(Viewer who, Uri site, CancellationToken cancel)
    {
        if (limit.Take("email", who.Address, 10, TimeSpan.FromHours(1)) is { } wait) return Refusal.TooSoon(wait);
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == who.MemberId, cancel);
        if (member?.Email is null) return Refusal.SignInFirst;
        if (member.EmailConfirmed) return null;
        await db.InTransactionAsync(async () =>
        {
            await mails.ConfirmAddressAsync(member, member.Email, site, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        outbox.Wake();
        return null;
    }
}
