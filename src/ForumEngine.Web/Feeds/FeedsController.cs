using System.Text.RegularExpressions;
using ForumEngine.Feeds;
using ForumEngine.Permissions;
using ForumEngine.Web.Accounts;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Threads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Feeds;

/// <summary>The newest threads as RSS. Readers bring no cookie, so everybody gets what a guest may read.</summary>
[Access(Audience.EvenBlocked), Route("feeds")]
public sealed partial class FeedsController(ThreadFeed threads, FrameSource frames, IStringLocalizer<FeedText> text) : ForumController
{
    private const int ExcerptLength = 200;

    [HttpGet("threads.rss")]
    public async Task<IActionResult> OfSite()
    {
        var site = (await frames.GetAsync()).SiteName;
        return Feed(text["NewThreads", site], "/", text["NewThreadsOfSite", site], await threads.OfSiteAsync(Cancel));
    }

    [HttpGet("boards/{id:int}.rss")]
    public async Task<IActionResult> OfBoard(int id)
    {
        if (await threads.OfBoardAsync(id, Cancel) is not var (board, newest)) return Refused(Refusal.NotFound);
        var about = board.Description.Length > 0 ? board.Description : text["NewThreadsOfSite", board.Name].Value;
        return Feed($"{board.Name} - {(await frames.GetAsync()).SiteName}", $"/boards/{id}", about, newest);
    }

    private FileContentResult Feed(string title, string path, string about, IReadOnlyList<FeedThread> newest)
    {
        Response.Headers.CacheControl = "public, max-age=300";
        return new RssFeed(title, HttpContext.Absolute(path), about, HttpContext.Absolute(Request.Path!), [.. newest.Select(Item)]).Answer();
    }

    private RssItem Item(FeedThread thread) => new(thread.Title, HttpContext.Absolute($"/threads/{thread.Id}"), thread.CreatedAt, thread.ChangedAt,
        thread.Author, PlainWords.Of(thread.Html, ExcerptLength), LocalLinks().Replace(thread.Html, HttpContext.Absolute("/")));

    /// <summary>A feed reader has no address that "/threads/5" could follow.</summary>
    [GeneratedRegex("""(?<= (?:href|src)=")/(?!/)""", RegexOptions.None, 200)]
    private static partial Regex LocalLinks();
}
