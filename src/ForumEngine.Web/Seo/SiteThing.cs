using ForumEngine.Web.Accounts;
using ForumEngine.Web.Mvc;

namespace ForumEngine.Web.Seo;

/// <summary>The site itself, with its search box, as the index tells it.</summary>
public sealed class SiteThing(FrameSource frames, IHttpContextAccessor http)
{
    public async Task<WebSite> OfAsync()
    {
        var frame = await frames.GetAsync();
        var root = http.HttpContext!.Absolute("/");
        return new WebSite(frame.SiteName, root, frame.Tagline, new SearchAction($"{root}search?q={{search_term_string}}"));
    }
}
