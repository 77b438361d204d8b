using ForumEngine.Web.Live;
using ForumEngine.Web.Look;
using ForumEngine.Web.Mvc;

namespace ForumEngine.Web.Hosting;

/// <summary>The path of a request, in order.</summary>
public static class SitePipeline
{
    public static void UseForumSite(this WebApplication app, SiteConfiguration site)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (site.QueryHeader) app.UseMiddleware<QueryHeader>();
        app.UseMiddleware<Languages>();
        app.UseMiddleware<ErrorPages>();
        app.UseRouting();
        // At once: a style sheet needs neither the database nor a viewer, least of all on the page that says the database is down.
        app.MapStaticAssets().ShortCircuit();
        app.MapLook();
        app.MapForumHealth();
        // After the static assets, which lie there compressed.
        app.UseResponseCompression();
        app.UseMiddleware<ReadyGate>();
        app.UseAuthentication();
        app.UseMiddleware<ViewerMiddleware>();
        app.UseMiddleware<DoorGate>();
        app.MapControllers().WithStaticAssets();
        app.MapLive();
        app.MapFallback("{**path}", ErrorPages.NotFoundAsync);
    }
}
