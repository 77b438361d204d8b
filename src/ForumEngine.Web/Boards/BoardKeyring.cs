using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using ForumEngine.Permissions;
using ForumEngine.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace ForumEngine.Web.Boards;

/// <summary>
/// The boards whose password this browser has given: a cookie of its session, good for one member (or for a guest), so that it is
/// worth nothing after signing out.
/// </summary>
public sealed class BoardKeyring(IDataProtectionProvider protection, SiteConfiguration site)
{
    private const int MostKeys = 40;

    private readonly IDataProtector protector = protection.CreateProtector("ForumEngine.BoardKeyring");

    public ImmutableHashSet<string> Read(HttpContext http, int? memberId)
    {
        if (http.Request.Cookies[CookieName] is not { } cookie) return [];
        try
        {
            var parts = protector.Unprotect(cookie).Split('\n', 2);
            return parts[0] == Holder(memberId) ? [.. parts[1].Split(',')] : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    public void Add(HttpContext http, Viewer viewer, string key) => http.Response.Cookies.Append(CookieName,
        protector.Protect($"{Holder(viewer.MemberId)}\n{string.Join(',', viewer.BoardKeys.Take(MostKeys - 1).Append(key))}"),
        new CookieOptions { HttpOnly = true, Secure = site.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });

    private string CookieName => site.IsHttps ? "__Host-forum-boards" : "forum-boards";

    private static string Holder(int? memberId) => memberId?.ToString(CultureInfo.InvariantCulture) ?? "";
}
