using ForumEngine.Permissions;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Live;

/// <summary>What an open page asks after a nudge, or now and then: how much is new, and nothing else.</summary>
[Access(Audience.Everyone)]
public sealed class NewsController(NewsQuery news) : ForumController
{
    /// <summary><paramref name="after"/>: the last floor that the page knows.</summary>
    [HttpGet("/threads/{id:long}/news")]
    public async Task<IActionResult> OfThread(long id, int after = 0) => Count(await news.OfThreadAsync(Viewer, id, after, Cancel));

    /// <summary><paramref name="after"/>: the newest post that the list knows, in milliseconds since 1970.</summary>
    [HttpGet("/boards/{id:int}/news")]
    public async Task<IActionResult> OfBoard(int id, long after = 0)
    {
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(after, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())).UtcDateTime;
        return Count(await news.OfBoardAsync(Viewer, id, moment, Cancel));
    }

    /// <summary>Unread notices; the viewer brings the number along.</summary>
    [HttpGet("/notifications/news"), Access(Audience.Members)]
    public IActionResult OfNotices() => Count(Viewer.Unread);

    private IActionResult Count(Outcome<int> found)
    {
        Response.Headers.CacheControl = "no-store";
        return found.Refusal is { } refused ? Refused(refused) : Json(new { count = found.Value });
    }
}
