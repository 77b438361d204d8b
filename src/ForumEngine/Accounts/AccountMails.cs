using System.Globalization;
using ForumEngine.Mail;
using ForumEngine.Settings;

namespace ForumEngine.Accounts;

/// <summary>Writes the mails about an account into the outbox, within the caller's transaction.</summary>
public sealed class AccountMails(WriteMail mails, SettingsSource settings, AccountTokens tokens)
{
    /// <summary>Asks the owner of an address whether it is theirs.</summary>
    public Task ConfirmAddressAsync(Member member, string address, Uri site, CancellationToken cancel) =>
        WriteAsync("Confirm", member, address, Link(site, "account/confirm", tokens.Make(AccountTokens.Confirm, member, address)), cancel);

    public Task ResetAsync(Member member, string token, Uri site, CancellationToken cancel) =>
        WriteAsync("Reset", member, member.Email!, Link(site, "account/reset", token), cancel);

    public Task PasswordChangedAsync(Member member, Uri site, CancellationToken cancel) =>
        WriteAsync("PasswordChanged", member, member.Email, new Uri(site, "account/forgot"), cancel);

    /// <summary>To the old address, as long as it can still be acted on.</summary>
    public Task EmailChangingAsync(Member member, Uri site, CancellationToken cancel) =>
        WriteAsync("EmailChanging", member, member.Email, new Uri(site, "account/settings/password"), cancel);

    public Task FactorOnAsync(Member member, Uri site, CancellationToken cancel) => AboutFactorAsync("FactorOn", member, site, cancel);

    public Task FactorOffAsync(Member member, Uri site, CancellationToken cancel) => AboutFactorAsync("FactorOff", member, site, cancel);

    public Task CodesRenewedAsync(Member member, Uri site, CancellationToken cancel) => AboutFactorAsync("CodesRenewed", member, site, cancel);

    public Task RecoveryUsedAsync(Member member, Uri site, int left, CancellationToken cancel) => AboutFactorAsync("RecoveryUsed", member, site, cancel, left);

    private Task AboutFactorAsync(string mail, Member member, Uri site, CancellationToken cancel, int left = 0) =>
        WriteAsync(mail, member, member.Email, new Uri(site, "account/settings/security"), cancel, left);

    private async Task WriteAsync(string mail, Member member, string? to, Uri link, CancellationToken cancel, int number = 0)
    {
        if (string.IsNullOrEmpty(to)) return;
        var site = (await settings.CurrentAsync(cancel)).Site;
        var language = member.Language ?? site.Language;
        await mails.AddAsync(mail, to, language, new Dictionary<string, string?>
        {
            ["site"] = site.Name,
            ["name"] = MailText.Quote(member.UserName!),
            ["link"] = link.ToString(),
            ["left"] = number.ToString(CultureInfo.InvariantCulture),
        }, cancel);
    }

    private static Uri Link(Uri site, string path, string token) => new(site, $"{path}?token={token}");
}
