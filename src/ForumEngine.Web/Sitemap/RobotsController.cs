using ForumEngine.Web.Accounts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Sitemap;

/// <summary>What crawlers are asked to leave alone: forms, lists made for one visitor, and addresses that only send on.</summary>
[Access(Audience.EvenBlocked), StaysOpen]
public sealed class RobotsController : ForumController
{
    /// <summary>While there is no site yet.</summary>
    public const string Closed = "User-agent: *\nDisallow: /\n";

    private static readonly string[] Disallowed =
        ["/admin", "/desk", "/account", "/antiforgery", "/notifications", "/messages", "/search", "/posts/", "/boards/*/new", "/threads/*/reply", "/darkroom/*/appeal"];

    [HttpGet("/robots.txt")]
    public IActionResult Robots()
    {
        Response.Headers.CacheControl = "public, max-age=3600";
        return Content($"User-agent: *\n{string.Concat(Disallowed.Select(p => $"Disallow: {p}\n"))}\nSitemap: {HttpContext.Absolute("/sitemap.xml")}\n", "text/plain; charset=utf-8");
    }
}
