using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Setup;
using ForumEngine.Web.Sitemap;

namespace ForumEngine.Web.Hosting;

/// <summary>Until the database is there, has this version's schema and holds a set-up site, every page is a 503 that says how.</summary>
public sealed class ReadyGate(RequestDelegate next, SchemaState schema, SettingsSource settings, SetupDoor door)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!await schema.IsCurrentAsync(http.RequestAborted)) await RefuseAsync(http, "OldSchema");
        else if ((await settings.CurrentAsync(http.RequestAborted)).Site.IsSetUp) await next(http);
        else
        {
            door.Announce();
            if (http.Request.Path.StartsWithSegments("/setup")) await next(http);
            else await RefuseAsync(http, "NotSetUp");
        }
    }

    private static Task RefuseAsync(HttpContext http, string code)
    {
        if (http.Request.Path == "/robots.txt") return http.Response.WriteAsync(RobotsController.Closed);
        http.Response.Headers.RetryAfter = "30";
        return ErrorPages.PageAsync(http, StatusCodes.Status503ServiceUnavailable, code);
    }
}
