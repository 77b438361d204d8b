using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Review;

/// <summary>How far a dry run is, and what it found; the page asks again by itself while it runs.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Review), Route("admin/dry-runs")]
public sealed class DryRunsController(ForumDb db) : ForumController
{
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        if (await db.DryRuns.SingleOrDefaultAsync(r => r.Id == id, Cancel) is not { } run) return Refused(Refusal.NotFound);
        if (run.State is DryRunState.Waiting or DryRunState.Running) Response.Headers["Refresh"] = "3";
        return View("DryRun", run);
    }
}
