using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace ForumEngine.Web.Sanctions;

/// <summary>
/// The signed way to an appeal: it names sanction and member, needs no session, and is worth nothing after a fortnight. Every
/// refusal page makes a new one.
/// </summary>
public sealed class AppealLinks(IDataProtectionProvider keys)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private readonly ITimeLimitedDataProtector protector = keys.CreateProtector("ForumEngine.Appeal").ToTimeLimitedDataProtector();

    public string For(int sanctionId, int memberId) => $"{Path(sanctionId)}?key={protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{sanctionId}:{memberId}"), Lifetime)}";

    public static string Path(int sanctionId) => string.Create(CultureInfo.InvariantCulture, $"/darkroom/{sanctionId}/appeal");

    /// <summary>The member whom the link was made for; null when it is none, is of another sanction, or is too old.</summary>
    public int? MemberOf(int sanctionId, string? key)
    {
        if (string.IsNullOrEmpty(key)) return null;
        try
        {
            var parts = protector.Unprotect(key).Split(':');
            return parts is [var sanction, var member] && sanction == sanctionId.ToString(CultureInfo.InvariantCulture) ? int.Parse(member, CultureInfo.InvariantCulture) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
