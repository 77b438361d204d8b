using ForumEngine.Staff;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>The desk's front: the recycle bin and what was done lately.</summary>
[Access(Audience.Staff)]
public sealed class DeskController(StaffLogPage log, RecycleBin bin) : ForumController
{
    /// <summary><paramref name="before"/> continues the log, <paramref name="binBefore"/> the recycle bin.</summary>
    [HttpGet("/desk")]
    public async Task<IActionResult> Index(long? before, [FromQuery(Name = "bin")] long? binBefore)
    {
        var lines = await log.ReadAsync(Viewer, before, Cancel);
        return View(new DeskView(lines.Refusal is null ? lines.Value : null, await bin.ReadAsync(Viewer, binBefore, Cancel)));
    }
}

/// <summary><paramref name="Log"/> is null for those who may not read it.</summary>
public sealed record DeskView(StaffLogList? Log, RecycledList Bin);
