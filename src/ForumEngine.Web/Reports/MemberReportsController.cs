using ForumEngine.Reports;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Reports;

/// <summary>Members tell staff of a profile. After it, the same address says that the report has arrived.</summary>
[Access(Audience.Members), Route("members/{id:int}/report")]
public sealed class MemberReportsController(ReportMember report, ReportCategories categories) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Ask(int id)
    {
        var found = await report.OpenAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("ReportMember", new MemberReportPage(found.Value, new ReportForm(), await categories.CurrentAsync(Cancel)));
    }

    [HttpPost]
    public async Task<IActionResult> Send(int id, ReportForm form)
    {
        var found = await report.OpenAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var set = await categories.CurrentAsync(Cancel);
        var page = new MemberReportPage(found.Value, form, set);
        if (!ModelState.IsValid) return FormAgain("ReportMember", page);
        var problems = await report.RunAsync(Viewer, id, set.Find(form.Category)?.Id, form.Message ?? "", Cancel);
        return problems.Count > 0 ? FormAgain(problems, "ReportMember", page) : SeeOther($"/members/{id}/report");
    }
}
