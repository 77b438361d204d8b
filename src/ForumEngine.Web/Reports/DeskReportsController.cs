using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Reports;

/// <summary>One case on the desk: what was reported, by whom, and the decision, after which the next one opens.</summary>
[Access(Audience.Staff), Route("desk/reports/{id:long}")]
public sealed class DeskReportsController(
    ReportDesk desk, CaseFile file, DecideCase decide, TakeCase take, CommentOnCase comment, ReportCategories categories, SiteRules rules,
    DeskPresence presence, DeskNext next) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Show(long id) =>
        await PageAsync(id, new VerdictForm()) is { } page ? View("Case", page) : Refused(Refusal.NotFound);

    [HttpPost]
    public async Task<IActionResult> Decide(long id, VerdictForm form)
    {
        if (await PageAsync(id, form) is not { } page) return Refused(Refusal.NotFound);
        if (!ModelState.IsValid) return FormAgain("Case", page);
        if (form.Read() is not { } verdict) return FormAgain(Refusal.Invalid("Decision", "ReportOutcomeMissing"), "Case", page);
        // Before it is closed: afterwards it has no place among the waiting.
        var after = await next.AfterAsync(Viewer, page.On.Case, Request, Cancel);
        var refusal = await decide.RunAsync(Viewer, id, verdict, Cancel);
        return refusal is null ? SeeOther(after) : FormAgain(refusal, "Case", page);
    }

    [HttpPost("take")]
    public async Task<IActionResult> Take(long id) => await AnsweredAsync(id, await take.TakeAsync(Viewer, id, Cancel));

    [HttpPost("release")]
    public async Task<IActionResult> Release(long id) => await AnsweredAsync(id, await take.ReleaseAsync(Viewer, id, Cancel));

    [HttpPost("hand")]
    public async Task<IActionResult> Hand(long id, string? userName) =>
        await AnsweredAsync(id, await take.HandOverAsync(Viewer, id, userName ?? "", Cancel), handTo: userName);

    [HttpPost("comments")]
    public async Task<IActionResult> Comment(long id, [FromForm(Name = "Comment")] string? text) =>
        await AnsweredAsync(id, await comment.RunAsync(Viewer, id, text ?? "", Cancel), text);

    /// <summary>The case's page again, or with what was wrong.</summary>
    private async Task<IActionResult> AnsweredAsync(long id, Refusal? refusal, string? text = null, string? handTo = null)
    {
        if (refusal is null) return SeeOther($"/desk/reports/{id}{Request.QueryString}");
        if (await PageAsync(id, new VerdictForm()) is not { } page) return Refused(Refusal.NotFound);
        return FormAgain(refusal, "Case", page with { Comment = text ?? "", HandTo = handTo ?? "" });
    }

    private async Task<CasePage?> PageAsync(long id, VerdictForm form)
    {
        if (await desk.FindAsync(Viewer, id, Cancel) is not { } on) return null;
        return new CasePage(on, await desk.ReportsAsync(id, Cancel), await file.ReadAsync(Viewer, on.Case, Cancel), await decide.ButtonsAsync(Viewer, on, Cancel),
            await categories.CurrentAsync(Cancel), await rules.CurrentAsync(Cancel), form)
        {
            Readers = presence.At(Viewer, Request.Path),
        };
    }
}
