using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Setup;

/// <summary>The set-up as typed; passwords are never given back.</summary>
public sealed class SetupForm
{
    public string? Token { get; set; }
    public string? SiteName { get; set; }
    public string? Language { get; set; }
    public string? TimeZone { get; set; }
    public string? Template { get; set; }
    public string? AdminName { get; set; }
    public string? AdminEmail { get; set; }
    public string? Password { get; set; }
    public string? ConfirmPassword { get; set; }

    /// <summary>The browser's token is no longer good.</summary>
    [BindNever]
    public bool AsksForToken { get; set; }

    public SiteOrder Order() => new(SiteName ?? "", AdminName ?? "", AdminEmail ?? "", Password ?? "", Template ?? "")
    {
        Language = Language ?? "",
        TimeZone = TimeZone ?? "",
    };

    /// <summary>What a browser is told beyond what the command line asks of a password.</summary>
    public IEnumerable<Refusal> PasswordWrongs()
    {
        if (PasswordRules.Problem(Password ?? "", AdminName ?? "", AdminEmail ?? "") is { } problem and not ("PasswordTooShort" or "PasswordTooLong"))
            yield return Refusal.Invalid(nameof(Password), problem);
        if (Password != ConfirmPassword) yield return Refusal.Invalid(nameof(ConfirmPassword), "PasswordsDiffer");
    }

    /// <summary>The boards of each template, as the chosen language calls them.</summary>
    public IEnumerable<(string Name, BoardTemplate Template)> Templates() => BoardTemplate.Names.Select(n => (n, BoardTemplate.Read(n)));

    public static IEnumerable<string> Zones() =>
        TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal)).Append("UTC").Order(StringComparer.Ordinal);

    public static IReadOnlyList<string> Languages => SiteLanguage.All;
}
