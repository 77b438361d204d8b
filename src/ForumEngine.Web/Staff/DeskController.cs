using ForumEngine.Reports;
using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>The desk's front: open reports and what was done lately.</summary>
[Access(Audience.Staff)]
public sealed class DeskController(ReportDesk reports, StaffLogPage log) : ForumController
{
    /// <summary><paramref name="before"/> continues the log, <paramref name="reportsBefore"/> the reports.</summary>
    [HttpGet("/desk")]
    public async Task<IActionResult> Index(long? before, [FromQuery(Name = "reports")] long? reportsBefore)
    {
        var lines = await log.ReadAsync(Viewer, before, Cancel);
        return View(new DeskView(await reports.ReadAsync(Viewer, reportsBefore, Cancel),
            lines.Refusal is null ? lines.Value : null));
    }
}

/// <summary><paramref name="Reports"/> and <paramref name="Log"/> are null for those who may not read them.</summary>
public sealed record DeskView(OpenCaseList? Reports, StaffLogList? Log);
