using ForumEngine.Reports;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Reports;

/// <summary>Members tell staff of a post. After it, the same address says that the report has arrived.</summary>
[Access(Audience.Members), Route("posts/{id:long}/report")]
public sealed class ReportsController(ReportPost report, ReportCategories categories) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Ask(long id)
    {
        var post = await report.OpenAsync(Viewer, id, Cancel);
        if (post.Refusal is { } refused) return Refused(refused);
        var set = await categories.CurrentAsync(Cancel);
        return post.Value.Mine is null ? View("Report", new ReportPage(post.Value, new ReportForm(), set)) : View("Reported", new ReportedPage(post.Value, set));
    }

    [HttpPost]
    public async Task<IActionResult> Send(long id, ReportForm form)
    {
        var post = await report.OpenAsync(Viewer, id, Cancel);
        if (post.Refusal is { } refused) return Refused(refused);
        var set = await categories.CurrentAsync(Cancel);
        var page = new ReportPage(post.Value, form, set);
        if (!ModelState.IsValid) return FormAgain("Report", page);
        var problems = await report.RunAsync(Viewer, id, set.Find(form.Category)?.Id, form.Message ?? "", Cancel);
        return problems.Count > 0 ? FormAgain(problems, "Report", page) : SeeOther($"/posts/{id}/report");
    }
}
