using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Review;

/// <summary>The queue: one after the other by key, or several at once.</summary>
[Access(Audience.Staff), Route("desk/queue")]
public sealed class DeskQueueController(ReviewDesk desk, PendingPageQuery page, ApprovePending approve, RejectPending reject) : ForumController
{
    private static readonly string[] BoxWords = ["board", "q", "show"];

    /// <summary>All at once, to choose from; what the desk's list filters (board, q, show, its cursor) is the desk's list of this box.</summary>
    [HttpGet]
    public async Task<IActionResult> List(string? state, string? after, int? done = null, int? failed = null)
    {
        var isBox = after?.Contains(':', StringComparison.Ordinal) == true || BoxWords.Any(Request.Query.ContainsKey);
        var shown = state == "ignored" ? PendingState.Ignored : PendingState.Waiting;
        var list = await desk.ListAsync(Viewer, shown, long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null, Cancel);
        return list.Refusal is { } refused ? Refused(refused) : isBox ? View("/Staff/Views/Index.cshtml") : View("Queue", new QueueView(list.Value, shown, done, failed));
    }

    /// <summary>The one that waits longest.</summary>
    [HttpGet("next")]
    public async Task<IActionResult> Next(long after = 0) =>
        Redirect(await desk.NextAsync(Viewer, after, Cancel) is { } next ? $"/desk/queue/{next}" : "/desk/queue");

    [HttpGet("{id:long}")]
    public Task<IActionResult> Show(long id) => PageAsync(id, new DecideForm(), null);

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Decide(long id, DecideForm form)
    {
        var reason = await ReasonOfAsync(form);
        var refused = await DecideAsync(id, form.Version, form.Act, reason);
        if (refused is not null) return await PageAsync(id, form, refused);
        return SeeOther(await desk.NextAsync(Viewer, id, Cancel) is { } next ? $"/desk/queue/{next}" : "/desk/queue?done=1");
    }

    /// <summary>Each on its own: what can't be done is counted, the others are.</summary>
    [HttpPost]
    public async Task<IActionResult> Several(DecideForm form)
    {
        var (done, failed) = (0, 0);
        var reason = await ReasonOfAsync(form);
        foreach (var id in form.Ids.Distinct().Take(ReviewDesk.PageSize))
            if (await DecideAsync(id, null, form.Act, reason) is { } refused)
            {
                if (refused.Kind == RefusalKind.Invalid) return await ListAgainAsync(refused);
                failed++;
            }
            else done++;
        return done + failed == 0 ? await ListAgainAsync(Refusal.Invalid("Ids", "ChooseSome")) : SeeOther($"/desk/queue?done={done}&failed={failed}");
    }

    private async Task<Refusal?> DecideAsync(long id, int? version, string? act, string? reason) => act switch
    {
        "approve" => (await approve.RunAsync(Viewer, id, version, Cancel)).Refusal,
        "reject" => await reject.RunAsync(Viewer, id, version, reason, Cancel),
        "ignore" => await reject.IgnoreAsync(Viewer, id, version, Cancel),
        _ => Refusal.Invalid("Act", "ChooseSome"),
    };

    /// <summary>A reason at hand rejects by itself.</summary>
    private async Task<string?> ReasonOfAsync(DecideForm form)
    {
        if (form.Canned is not { } id || (await page.ReasonsAsync(Cancel)).Find(r => r.Id == id) is not { } canned) return form.Reason;
        form.Act = "reject";
        return canned.TextIn(CultureInfo.CurrentUICulture);
    }

    private async Task<IActionResult> PageAsync(long id, DecideForm form, Refusal? refused)
    {
        var found = await page.RunAsync(Viewer, id, Cancel);
        // Somebody was faster, or it was withdrawn: nothing of it is left to decide on.
        if (found.Refusal is { } missing) return Refused(refused is { Kind: RefusalKind.Conflict } ? refused : missing);
        var view = new QueueItemView(found.Value, form);
        return refused is null ? View("Item", view) : FormAgain(refused, "Item", view);
    }

    private async Task<IActionResult> ListAgainAsync(Refusal refused)
    {
        var list = await desk.ListAsync(Viewer, PendingState.Waiting, null, Cancel);
        return list.Refusal is { } no ? Refused(no) : FormAgain(refused, "Queue", new QueueView(list.Value, PendingState.Waiting, null, null));
    }
}

/// <summary>What a moderator decides: on one, or on the <see cref="Ids"/>.</summary>
public sealed class DecideForm
{
    /// <summary>approve, reject, ignore.</summary>
    public string? Act { get; set; }

    public string? Reason { get; set; }

    /// <summary>The id of a reason at hand.</summary>
    public int? Canned { get; set; }

    public int? Version { get; set; }
    public List<long> Ids { get; set; } = [];
}

public sealed record QueueItemView(PendingPage Page, DecideForm Form);

public sealed record QueueView(PendingList List, PendingState State, int? Done, int? Failed);
