using ForumEngine.Boards;
using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Scheduling;
using ForumEngine.Threads;
using ForumEngine.Web.Attachments;
using ForumEngine.Web.Drafts;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Review;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Boards;

/// <summary>A board's threads, and starting one.</summary>
[Access(Audience.Everyone), ServiceFilter<WritingFiles>]
public sealed class BoardsController(
    BoardPageQuery query, BoardTrees trees, Viewers viewers, StartThread start, ScheduleThread schedule, PreviewPost preview, FormDraft drafts) : ForumController
{
    [HttpGet("/boards/{id:int}")]
    public async Task<IActionResult> Show(int id, int page = 1, string? order = null, string? filter = null, int? type = null, string? since = null)
    {
        if (page < 1) return Refused(Refusal.NotFound);
        var asked = new BoardQuery(id, page, BoardAddress.Order(order), BoardAddress.Filter(filter), type is > 0 ? type : null, BoardAddress.Since(since));
        var found = await query.RunAsync(Viewer, asked, Cancel);
        if (found.Refusal is { } refused) return await ElsewhereAsync(id, refused);
        if (found.Value.Board.RedirectUrl is { Length: > 0 } elsewhere) return Redirect(elsewhere);
        var address = new BoardAddress(id, order, filter, asked.TypeId, since) { Default = found.Value.Board.DefaultOrder };
        var isOpen = (await viewers.GuestAsync(Cancel)).May(BoardRight.View, found.Value.Board);
        return View(new BoardView(found.Value, address) { Feed = isOpen ? $"/feeds/boards/{id}.rss" : null });
    }

    /// <summary>By its address name.</summary>
    [HttpGet("/boards/{slug}")]
    public async Task<IActionResult> Named(string slug) =>
        (await trees.CurrentAsync(Cancel)).FindSlug(slug) is { } board && Viewer.MayKnow(board) ? Redirect($"/boards/{board.Id}") : Refused(Refusal.NotFound);

    /// <summary>A merged board leads to the one that took it in, a locked one to where its password is asked.</summary>
    private async Task<IActionResult> ElsewhereAsync(int id, Refusal refused)
    {
        if (refused.Code == "BoardPassword") return Redirect($"/boards/{id}/password");
        if (refused.Kind != RefusalKind.NotFound || (await trees.CurrentAsync(Cancel)).FindMerged(id) is not { } board || !Viewer.MayKnow(board)) return Refused(refused);
        return RedirectPermanent($"/boards/{board.Id}");
    }

    [HttpGet("/boards/{id:int}/new")]
    public async Task<IActionResult> New(int id, string? draft = null)
    {
        var board = (await trees.CurrentAsync(Cancel)).Find(id);
        if (ThreadRules.WhyNotStart(Viewer, board) is { } refused) return Refused(refused);
        var form = new NewThreadForm { Board = board!, SubmissionId = Guid.NewGuid() };
        form.Show(PostChoices.Usual);
        await drafts.OfferAsync(Viewer, form, DraftKey.Board(id), draft, Cancel);
        return View(form);
    }

    [HttpPost("/boards/{id:int}/new"), UploadLimit]
    public async Task<IActionResult> New(int id, NewThreadForm form)
    {
        if (form.Preview is not null || form.OnlyFiles || form.Poll.AddPollOption is not null) return await FormAsync(id, form);
        if (NewThreadForm.Checked.Any(f => ModelState[f]?.Errors.Count > 0)) return await AgainAsync(id, form, null);
        var thread = new NewThread(id, form.Title, form.Body, form.TypeId, form.SubmissionId) { Choices = form.Choices(Viewer) with { Poll = form.Poll.Draft() } };
        if (thread.Choices.PublishAt is not null)
        {
            var kept = await schedule.RunAsync(Viewer, thread, null, null, Cancel);
            return kept.Refusal is { } notKept ? await AgainAsync(id, form, notKept) : SeeOther("/account/posts/scheduled");
        }
        var done = await start.RunAsync(Viewer, thread, Cancel);
        return done.Refusal is { } refused ? await AgainAsync(id, form, refused) : SeeOther(PendingAddress.Of(done.Value) ?? $"/threads/{done.Value.ThreadId}?page=1#floor-1");
    }

    /// <summary>Null: the model state says what is wrong.</summary>
    private async Task<IActionResult> AgainAsync(int id, NewThreadForm form, Refusal? refused)
    {
        form.Board = (await trees.CurrentAsync(Cancel)).FindVisible(id, Viewer);
        if (form.Board is null) return Refused(Refusal.NotFound);
        return refused is null ? FormAgain("New", form) : FormAgain(refused, "New", form);
    }

    private async Task<IActionResult> FormAsync(int id, NewThreadForm form)
    {
        form.Board = (await trees.CurrentAsync(Cancel)).Find(id);
        if (ThreadRules.WhyNotStart(Viewer, form.Board) is { } refused) return Refused(refused);
        if (form.Preview is null) return View("New", form);
        var shown = await preview.RunAsync(form.Body, Cancel, form.Choices(Viewer).Flags());
        if (shown.Refusal is { } wrong) return FormAgain(wrong, "New", form);
        form.Rendered = shown.Value;
        return View("New", form);
    }
}
