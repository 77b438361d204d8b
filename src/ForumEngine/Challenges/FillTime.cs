using System.Globalization;
using System.Security.Cryptography;
using ForumEngine.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace ForumEngine.Challenges;

/// <summary>How long somebody took over a form: a stamp in a hidden field, which only the site can make.</summary>
public sealed class FillTime(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("ForumEngine.FillTime");

    public string Stamp() => protector.Protect(clock.Now().Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null: there is no stamp, or none of ours.</summary>
    public TimeSpan? Since(string? stamp)
    {
        if (stamp is not { Length: > 0 and < 1000 }) return null;
        try
        {
            return clock.Now() - new DateTime(long.Parse(protector.Unprotect(stamp), CultureInfo.InvariantCulture), DateTimeKind.Utc);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
