using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using ForumEngine.Storage;
using ForumEngine.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>
/// Administrators give their password again before /admin opens, and after 15 idle minutes. The pass is a cookie of the
/// browser's session, good for one member, one security stamp and one sign-in.
/// </summary>
public sealed class AdminDoor(IDataProtectionProvider protection, TimeProvider clock, SiteConfiguration site)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private readonly IDataProtector protector = protection.CreateProtector("ForumEngine.AdminDoor");

    /// <summary>Whether the pass is good; each use gives it 15 minutes more.</summary>
    public Task<bool> IsOpenAsync(HttpContext http)
    {
        var open = Read(http.Request.Cookies[CookieName], Holder(http.User));
        if (open) Open(http, http.User);
        return Task.FromResult(open);
    }

    public void Open(HttpContext http, ClaimsPrincipal member)
    {
        var until = clock.Now() + Idle;
        http.Response.Cookies.Append(CookieName, protector.Protect($"{until.Ticks}\n{Holder(member)}"), Options());
    }

    public void Close(HttpContext http) => http.Response.Cookies.Delete(CookieName, Options());

    public static IActionResult Challenge(HttpContext http) => new RedirectResult("/admin/enter" + new QueryBuilder
    {
        { "returnUrl", HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString.ToString() : http.Request.Path.ToString() },
    });

    private string CookieName => site.IsHttps ? "__Host-forum-admin" : "forum-admin";

    private CookieOptions Options() => new() { HttpOnly = true, Secure = site.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };

    private bool Read(string? cookie, string holder)
    {
        if (cookie is null) return false;
        try
        {
            var parts = protector.Unprotect(cookie).Split('\n', 2);
            return parts[1] == holder && long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.Now().Ticks;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Holder(ClaimsPrincipal member) =>
        $"{member.FindFirstValue(ClaimTypes.NameIdentifier)}\n{member.FindFirstValue(MemberSession.StampClaim)}\n{member.FindFirstValue(MemberSession.SessionClaim)}";
}
