using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Mvc;

public static class LocalUrls
{
    /// <summary>
    /// Where the visitor wanted to go, if that is a page of this site and not the door itself; else <paramref name="fallback"/>.
    /// Escaped, since it goes into a header.
    /// </summary>
    public static string LocalOr(this IUrlHelper url, string? returnUrl, string fallback) =>
        url.IsLocalUrl(returnUrl) && !returnUrl!.StartsWith("/account/log", StringComparison.OrdinalIgnoreCase)
        && !returnUrl.StartsWith("/account/register", StringComparison.OrdinalIgnoreCase)
            ? UriHelper.Encode(new Uri(returnUrl, UriKind.Relative)) : fallback;
}
