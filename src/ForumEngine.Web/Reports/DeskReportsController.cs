using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Reports;

/// <summary>One case on the desk: what was reported, by whom, and the decision.</summary>
[Access(Audience.Staff), Route("desk/reports/{id:long}")]
public sealed class DeskReportsController(ReportDesk desk, CloseReport close, ReportCategories categories) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Show(long id) =>
        await PageAsync(id, new CloseForm()) is { } page ? View("Case", page) : Refused(Refusal.NotFound);

    [HttpPost]
    public async Task<IActionResult> Close(long id, CloseForm form)
    {
        if (await PageAsync(id, form) is not { } page) return Refused(Refusal.NotFound);
        if (!ModelState.IsValid) return FormAgain("Case", page);
        var refusal = await close.RunAsync(Viewer, id, form.Chosen, form.Note ?? "", Cancel);
        return refusal is null ? SeeOther("/desk#reports") : FormAgain(refusal, "Case", page);
    }

    private async Task<CasePage?> PageAsync(long id, CloseForm form) =>
        await desk.FindAsync(Viewer, id, Cancel) is { } on ? new CasePage(on, await desk.ReportsAsync(id, Cancel), await categories.CurrentAsync(Cancel), form) : null;
}
