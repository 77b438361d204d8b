using ForumEngine.Announcements;
using ForumEngine.Permissions;
using ForumEngine.Sitemap;
using ForumEngine.Web.Accounts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Sitemap;

/// <summary>The sitemap: an index, a part for the pages and one for every board and block of ids. The same for all who ask.</summary>
[Access(Audience.EvenBlocked)]
public sealed class SitemapController(SitemapThreads threads, AnnouncementLine announcements, Viewers viewers) : ForumController
{
    private static readonly string[] Pages = ["disclaimer", "terms", "privacy", "rules", "contact"];

    [HttpGet("/sitemap.xml")]
    public async Task Index()
    {
        var parts = await threads.PartsAsync(Cancel);
        var xml = Begin("sitemapindex");
        xml.Entry("sitemap", "/sitemap/pages.xml");
        foreach (var part in parts) await xml.EntryAsync("sitemap", $"/sitemap/boards/{part.BoardId}/{part.Block}.xml", part.LastPostAt);
        await xml.EndAsync();
    }

    /// <summary>The index, the boards, announcements and the site's own pages.</summary>
    [HttpGet("/sitemap/pages.xml")]
    public async Task OfPages()
    {
        var boards = await threads.BoardsAsync(Cancel);
        var begun = await announcements.NewestAsync(await viewers.GuestAsync(Cancel), Cancel);
        var xml = Begin("urlset");
        foreach (var path in (string[])["/", "/announcements", "/darkroom", .. Pages.Select(p => $"/pages/{p}")]) xml.Entry("url", path);
        foreach (var board in boards) await xml.EntryAsync("url", $"/boards/{board.Id}");
        foreach (var announcement in begun.Where(a => a.Url.Length == 0)) await xml.EntryAsync("url", $"/announcements/{announcement.Id}", announcement.From);
        await xml.EndAsync();
    }

    [HttpGet("/sitemap/boards/{id:int}/{block:int:min(0)}.xml")]
    public async Task OfBoard(int id, int block)
    {
        await using var rows = threads.OfPartAsync(id, block, Cancel).GetAsyncEnumerator(Cancel);
        // The first batch before the first byte: a database that is down is still an honest 503, and nothing there a 404.
        if (!await rows.MoveNextAsync())
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var xml = Begin("urlset");
        do await xml.EntryAsync("url", $"/threads/{rows.Current.Id}", rows.Current.LastPostAt);
        while (await rows.MoveNextAsync());
        await xml.EndAsync();
    }

    private SitemapWriter Begin(string root)
    {
        Response.ContentType = "application/xml; charset=utf-8";
        Response.Headers.CacheControl = "public, max-age=3600";
        return new SitemapWriter(Response.BodyWriter, HttpContext.Absolute("/").TrimEnd('/'), root);
    }
}
