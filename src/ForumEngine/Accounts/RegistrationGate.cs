using ForumEngine.Addresses;
using ForumEngine.Permissions;
using ForumEngine.Settings;

namespace ForumEngine.Accounts;

/// <summary>Who may register at all from where they are, and how often from one place (features.md A1).</summary>
public sealed class RegistrationGate(AddressBans bans, AddressHits hits, MailDomains domains, AddressLimit limit)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The ban that keeps this address from registering.</summary>
    public async ValueTask<Refusal?> WhyNotHereAsync(Viewer who, CancellationToken cancel)
    {
        if ((await bans.CurrentAsync(cancel)).Find(who.Address, AddressScope.Registering, who.Now) is not { } ban) return null;
        hits.Count(ban.Id);
        return ban.Refusal(who.Zone);
    }

    /// <summary>Registrations of the last hour from the block around this address.</summary>
    public int Neighbours(Viewer who) => AddressLimit.Block(who.Address) is { } block ? limit.Tries("register-block", block, Hour) : 0;

    public ValueTask<Refusal?> WhyNotMailAsync(string email, CancellationToken cancel) => domains.WhyNotAsync(email, cancel);

    /// <summary>Counts one try from this address, its block and with this domain; how long to wait when one of them has had enough.</summary>
    public TimeSpan? Take(Viewer who, string email, RegistrationSection rules) =>
        limit.Take("register", who.Address, rules.PerAddressPerHour, Hour)
        ?? (AddressLimit.Block(who.Address) is { } block ? limit.Take("register-block", block, rules.PerBlockPerHour, Hour) : null)
        ?? limit.Take("register-mail", MailDomains.DomainOf(email), rules.PerMailDomainPerHour, Hour);
}
