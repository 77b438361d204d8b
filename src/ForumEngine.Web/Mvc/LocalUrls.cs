using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Mvc;

public static class LocalUrls
{
    /// <summary>The sign-in page that leads back to <paramref name="path"/>, a path of this site.</summary>
    public static string SignInFor(string path) => "/account/login" + new QueryBuilder { { "returnUrl", path } };

    /// <summary>
    /// Where the visitor wanted to go, if that is a page of this site and not the door itself; else <paramref name="fallback"/>.
    /// Fit for a header: other letters than ASCII are escaped.
    /// </summary>
    public static string LocalOr(this IUrlHelper url, string? returnUrl, string fallback) =>
        url.IsLocalUrl(returnUrl) && returnUrl![0] == '/' && !returnUrl.StartsWith("/account/log", StringComparison.OrdinalIgnoreCase)
        && !returnUrl.StartsWith("/account/register", StringComparison.OrdinalIgnoreCase)
            ? string.Concat(returnUrl.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString()))) : fallback;
}
