using System.Globalization;
using System.Security.Cryptography;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace ForumEngine.Web.Groups;

/// <summary>
/// "See the site as this group": a cookie of an administrator's session, good for that administrator and that stamp. Whoever is
/// simulated is no member: nothing can be written, and there are no personal pages.
/// </summary>
public sealed class Simulation(IDataProtectionProvider protection, SiteConfiguration site, GroupSets groups)
{
    public const string ExitPath = "/simulation/exit";

    private readonly IDataProtector protector = protection.CreateProtector("ForumEngine.Simulation");

    /// <summary>The viewer in whose place the administrator looks; null when there is no simulation.</summary>
    public async ValueTask<Viewer?> FindAsync(HttpContext http, Viewer real)
    {
        if (!real.IsAdministrator || http.Request.Cookies[CookieName] is not { } cookie || Read(cookie, real) is not { } id) return null;
        var set = await groups.CurrentAsync(http.RequestAborted);
        if (set.Find(id) is not { } group || BeginSimulation.WhyNot(real, group) is not null) return null;
        return set.ViewerOf(id, real.Now, real.Zone) with
        {
            SimulatedGroup = id,
            Name = group.TitleIn(CultureInfo.CurrentUICulture),
            JoinedAt = real.Now.AddYears(-1),
            Posts = 0,
            Language = real.Language,
            Theme = real.Theme,
            Address = real.Address,
            Port = real.Port,
        };
    }

    public void Begin(HttpContext http, Viewer who, int groupId) => http.Response.Cookies.Append(CookieName,
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{groupId}\n{Holder(who)}")), Options());

    public void End(HttpContext http) => http.Response.Cookies.Delete(CookieName, Options());

    private int? Read(string cookie, Viewer who)
    {
        try
        {
            var parts = protector.Unprotect(cookie).Split('\n', 2);
            return parts[1] == Holder(who) ? int.Parse(parts[0], CultureInfo.InvariantCulture) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string CookieName => site.IsHttps ? "__Host-forum-as" : "forum-as";

    private CookieOptions Options() => new() { HttpOnly = true, Secure = site.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };

    private static string Holder(Viewer who) => string.Create(CultureInfo.InvariantCulture, $"{who.MemberId}\n{who.SecurityStamp}");
}
