using ForumEngine.Boards;
using ForumEngine.Cleaning;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Cleaning;

/// <summary>Mass clean-up after a spammer: find, look, act, take back.</summary>
[Access(Audience.Staff), Route("desk/clean")]
public sealed class CleanController(SweepSearch search, RunSweep run, UndoSweep undo, SweepPages pages, BoardTrees trees) : ForumController
{
    [HttpGet]
    public Task<IActionResult> Index([FromQuery] CleanForm form, int? before) => ShowAsync(form, null, before);

    [HttpPost]
    public async Task<IActionResult> Run([FromForm] CleanForm form)
    {
        var done = await run.RunAsync(Viewer, form.Order(), Cancel);
        if (done.Refusal is null) return SeeOther($"/desk/clean/{done.Value}");
        return done.Refusal.Kind is RefusalKind.Invalid or RefusalKind.Forbidden ? await ShowAsync(form, done.Refusal, null) : Refused(done.Refusal);
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> One(int id)
    {
        var found = await pages.FindAsync(Viewer, id, Cancel);
        return found.Refusal is { } refusal ? Refused(refusal) : View("Sweep", found.Value);
    }

    [HttpPost("{id:int}/undo")]
    public async Task<IActionResult> Undo(int id, string? reason) =>
        await undo.RunAsync(Viewer, id, reason ?? "", Cancel) is { } refusal ? Refused(refusal) : SeeOther($"/desk/clean/{id}");

    private async Task<IActionResult> ShowAsync(CleanForm form, Refusal? refusal, int? before)
    {
        if (SweepRules.WhyNotDesk(Viewer, await trees.CurrentAsync(Cancel)) is { } closed) return Refused(closed);
        form.AsksForStaff = refusal?.Code == "AddressOfStaff";
        if (form.Filter().IsEmpty) form.Past = await pages.ListAsync(Viewer, before, Cancel);
        else
        {
            var preview = await search.PreviewAsync(Viewer, form.Filter(), form.After, Cancel);
            if (preview.Refusal is null) form.Preview = preview.Value;
            else refusal ??= preview.Refusal;
        }
        return refusal is null ? View("Clean", form) : FormAgain(refusal, "Clean", form);
    }
}
