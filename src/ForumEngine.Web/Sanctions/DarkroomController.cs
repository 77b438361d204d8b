using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Sanctions;

/// <summary>小黑屋: for people, for scripts and for feed readers (surface.md).</summary>
[Access(Audience.Everyone)]
public sealed class DarkroomController(DarkroomPage darkroom, LiftSanction lift, Evidence evidence, DarkroomFeed feed) : ForumController
{
    [HttpGet("/darkroom")]
    public async Task<IActionResult> Index(DarkroomQuery query)
    {
        var list = await darkroom.ReadAsync(Viewer, query.Filter, Cancel);
        return list.Refusal is { } refusal ? Refused(refusal) : View(new DarkroomView(query, list.Value));
    }

    [HttpGet("/darkroom/{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        var found = await darkroom.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refusal) return Refused(refusal);
        var posts = await evidence.VisibleAsync(Viewer, found.Value.EvidencePostIds, Cancel);
        var mayLift = Viewer.Rank > Permissions.Rank.Member && (await lift.FindAsync(Viewer, id, Cancel)).Refusal is null;
        return View(new SanctionDetails(found.Value, posts, mayLift));
    }

    [HttpGet("/darkroom.json")]
    public async Task<IActionResult> Data(DarkroomQuery query)
    {
        var list = await darkroom.ReadAsync(Viewer, query.Filter, Cancel);
        return list.Refusal is { } refusal ? Refused(refusal) : Json(feed.Data(list.Value, query));
    }

    [HttpGet("/darkroom.rss")]
    public async Task<IActionResult> Rss(DarkroomQuery query)
    {
        var list = await darkroom.ReadAsync(Viewer, query.Filter, Cancel);
        return list.Refusal is { } refusal ? Refused(refusal) : feed.Rss(list.Value, await SiteNameAsync(), HttpContext).Answer();
    }

    private async Task<string> SiteNameAsync() => (await HttpContext.RequestServices.GetRequiredService<FrameSource>().GetAsync()).SiteName;
}

public sealed record DarkroomView(DarkroomQuery Query, DarkroomList List);

public sealed record SanctionDetails(DarkroomRow Row, IReadOnlyList<long> EvidencePosts, bool MayLift);
