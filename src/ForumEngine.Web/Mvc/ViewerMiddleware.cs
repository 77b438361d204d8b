using System.Globalization;
using System.Security.Claims;
using ForumEngine.Permissions;
using ForumEngine.Web.Hosting;

namespace ForumEngine.Web.Mvc;

/// <summary>Turns the sign-in cookie into the <see cref="Viewer"/> and speaks the member's language from here on.</summary>
public sealed class ViewerMiddleware(RequestDelegate next, Viewers viewers)
{
    public async Task InvokeAsync(HttpContext http, CurrentViewer current)
    {
        var claim = http.User.FindFirstValue(ClaimTypes.NameIdentifier);
        int? id = int.TryParse(claim, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var connection = http.Connection;
        current.Viewer = await viewers.ForAsync(id, connection.RemoteIpAddress?.MapToIPv6().GetAddressBytes(), connection.RemotePort, http.RequestAborted);
        if (current.Viewer.Language is { } language && Languages.All.Contains(language)) Languages.Use(http, language);
        // Never in a shared cache: the page shows whose it is.
        if (!current.Viewer.IsGuest) http.Response.Headers.CacheControl = "no-store";
        await next(http);
    }
}
