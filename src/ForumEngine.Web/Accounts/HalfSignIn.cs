using System.Globalization;
using System.Security.Cryptography;
using ForumEngine.Accounts;
using ForumEngine.Storage;
using ForumEngine.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace ForumEngine.Web.Accounts;

/// <summary>Who has given the right password and not yet a code.</summary>
public sealed record HalfWay(int MemberId, string Stamp, bool Remember);

/// <summary>Small notes to the browser itself, encrypted and short-lived: that the password was right, and codes that are shown once.</summary>
public sealed class HalfSignIn(IDataProtectionProvider protection, TimeProvider clock, SiteConfiguration site)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Nobody is signed in by this: it only says whom the code is asked of.</summary>
    public void Begin(HttpContext http, Member member, bool remember) =>
        Write(http, "half", string.Create(CultureInfo.InvariantCulture, $"{member.Id}\n{(remember ? 1 : 0)}\n{member.SecurityStamp}"));

    public HalfWay? Read(HttpContext http) => Read(http, "half")?.Split('\n', 3) is [var id, var remember, var stamp]
        ? new HalfWay(int.Parse(id, CultureInfo.InvariantCulture), stamp, remember == "1") : null;

    public void End(HttpContext http) => Drop(http, "half");

    /// <summary>For the page that the answer leads to, and for this member.</summary>
    public void KeepCodes(HttpContext http, int memberId, IEnumerable<string> codes) =>
        Write(http, "codes", string.Create(CultureInfo.InvariantCulture, $"{memberId}\n{string.Join(' ', codes)}"));

    /// <summary>The codes, this once.</summary>
    public IReadOnlyList<string>? TakeCodes(HttpContext http, int? memberId)
    {
        if (Read(http, "codes")?.Split('\n', 2) is not [var id, var codes]) return null;
        Drop(http, "codes");
        return id == memberId?.ToString(CultureInfo.InvariantCulture) ? codes.Split(' ') : null;
    }

    private void Write(HttpContext http, string what, string text) =>
        http.Response.Cookies.Append(Name(what), Protector(what).Protect($"{(clock.Now() + Lifetime).Ticks}\n{text}"), Options(Lifetime));

    private string? Read(HttpContext http, string what)
    {
        if (http.Request.Cookies[Name(what)] is not { } cookie) return null;
        try
        {
            var parts = Protector(what).Unprotect(cookie).Split('\n', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.Now().Ticks ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void Drop(HttpContext http, string what) => http.Response.Cookies.Delete(Name(what), Options(null));

    private IDataProtector Protector(string what) => protection.CreateProtector("ForumEngine.HalfSignIn", what);

    private string Name(string what) => site.IsHttps ? $"__Host-forum-{what}" : $"forum-{what}";

    private CookieOptions Options(TimeSpan? lifetime) =>
        new() { HttpOnly = true, Secure = site.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = lifetime };
}
