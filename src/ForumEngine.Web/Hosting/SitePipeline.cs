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
        app.MapStaticAssets();
        app.MapForumHealth();
        app.UseMiddleware<ReadyGate>();
        app.UseAuthentication();
        app.UseMiddleware<ViewerMiddleware>();
        app.MapControllers().WithStaticAssets();
        app.MapFallback(ErrorPages.NotFoundAsync);
    }
}
