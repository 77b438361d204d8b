using System.Globalization;
using System.Security.Claims;
using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Web.Accounts;
using ForumEngine.Web.Boards;
using ForumEngine.Web.Groups;
using ForumEngine.Web.Hosting;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// Turns the sign-in cookie into the <see cref="Viewer"/> and speaks the member's language from here on. A cookie whose stamp
/// is no longer the member's, or whose sign-in was ended, is worth nothing, within a second of the change.
/// </summary>
public sealed class ViewerMiddleware(RequestDelegate next, Viewers viewers, SettingsSource settings, Presence presence, SessionsSeen sessions)
{
    public async Task InvokeAsync(HttpContext http, CurrentViewer current, BoardKeyring keyring, Simulation simulation)
    {
        current.Viewer = await FindAsync(http);
        if (keyring.Read(http, current.Viewer.MemberId) is { IsEmpty: false } keys) current.Viewer = current.Viewer with { BoardKeys = keys };
        if (current.Viewer.Language is { } language && Languages.IsSpoken(language)) Languages.Use(http, language);
        else Languages.UseSite(http, (await settings.CurrentAsync(http.RequestAborted)).Site.Language);
        // After the language: the group is named in it.
        if (await simulation.FindAsync(http, current.Viewer) is { } simulated) current.Viewer = simulated;
        else
        {
            presence.Saw(current.Viewer);
            sessions.Saw(current.Viewer);
        }
        // Never in a shared cache: the page shows whose it is.
        http.Response.Headers.CacheControl = current.Viewer is { IsGuest: true, BoardKeys.IsEmpty: true, SimulatedGroup: null } ? "no-cache" : "no-cache, no-store";
        await next(http);
    }

    private async Task<Viewer> FindAsync(HttpContext http)
    {
        var (address, port) = (http.Connection.RemoteIpAddress?.MapToIPv6().GetAddressBytes(), http.Connection.RemotePort);
        if (!int.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return await viewers.ForAsync(null, address, port, http.RequestAborted);
        var viewer = await viewers.ForSignInAsync(id, http.User.FindFirstValue(MemberSession.StampClaim), MemberSession.SessionOf(http.User), address, port, http.RequestAborted);
        if (viewer.IsGuest) await MemberSession.EndAsync(http);
        return viewer;
    }
}
