using ForumEngine.Boards;
using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Sanctions;

/// <summary>小黑屋: for people, for scripts and for feed readers (surface.md).</summary>
[Access(Audience.Everyone)]
public sealed class DarkroomController(
    DarkroomPage darkroom, LiftSanction lift, Evidence evidence, EvidenceShow shown, SanctionTimeline timeline, DarkroomFigures figures,
    SiteRules rules, BoardTrees trees, AppealSanction appeal, DarkroomFeed feed) : ForumController
{
    [HttpGet("/darkroom")]
    public async Task<IActionResult> Index(DarkroomQuery query)
    {
        var list = await darkroom.ReadAsync(Viewer, query.Filter, Cancel);
        if (list.Refusal is { } refusal) return Refused(refusal);
        var tree = await trees.CurrentAsync(Cancel);
        var boards = tree.VisibleTo(Viewer).ToHashSet();
        return View(new DarkroomView(query, list.Value, await timeline.OfAsync(list.Value.Rows, Cancel), await figures.CurrentAsync(Cancel),
            await rules.CurrentAsync(Cancel), [.. tree.All.Where(b => boards.Contains(b.Id))]));
    }

    [HttpGet("/darkroom/{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        var found = await darkroom.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refusal) return Refused(refusal);
        var row = found.Value;
        var list = await shown.OfAsync(Viewer, row, Cancel);
        // What was issued before evidence was kept points to posts only.
        var older = list.Lines.Count == 0 ? await evidence.VisibleAsync(Viewer, row.EvidencePostIds, Cancel) : [];
        var isStaff = Viewer.Rank > Permissions.Rank.Member;
        return View(new SanctionDetails(row, (await timeline.OfAsync([row], Cancel))[id].ToList(), list, older)
        {
            MayLift = isStaff && (await lift.FindAsync(Viewer, id, Cancel)).Refusal is null,
            MayAppeal = !Viewer.IsGuest && (await appeal.FindAsync(Viewer.MemberId, id, Viewer.Now, Cancel)).Refusal is null,
            MayHide = isStaff && await lift.MayHandleAsync(Viewer, id, Cancel),
        });
    }

    /// <summary>What sanctions cite, in the reader's words.</summary>
    [HttpGet("/darkroom/rules")]
    public async Task<IActionResult> RuleList() => View(await rules.CurrentAsync(Cancel));

    [HttpGet("/darkroom.json")]
    public async Task<IActionResult> Data(DarkroomQuery query)
    {
        var list = await darkroom.ReadAsync(Viewer, query.Filter, Cancel);
        return list.Refusal is { } refusal ? Refused(refusal) : Json(feed.Data(list.Value, query, await timeline.HeadAsync(Cancel)));
    }

    [HttpGet("/darkroom.rss")]
    public async Task<IActionResult> Rss(DarkroomQuery query)
    {
        var list = await darkroom.ReadAsync(Viewer, query.Filter, Cancel);
        return list.Refusal is { } refusal ? Refused(refusal) : feed.Rss(list.Value, await SiteNameAsync(), HttpContext).Answer();
    }

    private async Task<string> SiteNameAsync() => (await HttpContext.RequestServices.GetRequiredService<FrameSource>().GetAsync()).SiteName;
}

/// <summary><paramref name="Boards"/> are those that the reader may know.</summary>
public sealed record DarkroomView(
    DarkroomQuery Query, DarkroomList List, ILookup<int, TimelineLine> Timeline, DarkroomNumbers Numbers, RuleSet Rules, IReadOnlyList<BoardNode> Boards);

/// <summary>A row of the list with what it unfolds.</summary>
public sealed record DarkroomEntry(DarkroomRow Row, IReadOnlyList<TimelineLine> Timeline);

/// <summary><paramref name="OlderPosts"/> are ids, of sanctions that kept no evidence.</summary>
public sealed record SanctionDetails(DarkroomRow Row, IReadOnlyList<TimelineLine> Timeline, EvidenceList Evidence, IReadOnlyList<long> OlderPosts)
{
    public bool MayLift { get; init; }
    public bool MayAppeal { get; init; }
    public bool MayHide { get; init; }
}
