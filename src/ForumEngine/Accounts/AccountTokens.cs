using System.Globalization;
using System.Security.Cryptography;
using ForumEngine.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ForumEngine.Accounts;

/// <summary>What a link in a mail proves: this member, at this address, as long as the stamp is the same.</summary>
public sealed record AccountToken(int MemberId, string Stamp, string Address, DateTime ExpiresAt);

/// <summary>
/// Makes and reads the tokens of mailed links: encrypted and signed by Data Protection, one protector a purpose, so that a
/// token of one kind is nothing to another.
/// </summary>
public sealed class AccountTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Reset = "reset-password";
    public const string Confirm = "confirm-email";

    public static readonly TimeSpan ResetLifetime = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan ConfirmLifetime = TimeSpan.FromDays(3);

    public string Make(string purpose, Member member, string address)
    {
        var expires = clock.Now() + (purpose == Reset ? ResetLifetime : ConfirmLifetime);
        var text = string.Create(CultureInfo.InvariantCulture, $"{member.Id}\n{member.SecurityStamp}\n{expires.Ticks}\n{address}");
        return WebEncoders.Base64UrlEncode(Protector(purpose).Protect(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Null for anything that isn't a token of this purpose, or was one too long ago. The stamp is still to be compared.</summary>
    public AccountToken? Read(string purpose, string? token)
    {
        if (token is null or { Length: > 2000 }) return null;
        try
        {
            var parts = System.Text.Encoding.UTF8.GetString(Protector(purpose).Unprotect(WebEncoders.Base64UrlDecode(token))).Split('\n', 4);
            var read = new AccountToken(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[3],
                new DateTime(long.Parse(parts[2], CultureInfo.InvariantCulture), DateTimeKind.Utc));
            return read.ExpiresAt > clock.Now() ? read : null;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector("ForumEngine.Accounts", purpose);
}
