using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>What was deleted in the viewer's boards.</summary>
[Access(Audience.Staff)]
public sealed class BinController(RecycleBin bin) : ForumController
{
    [HttpGet("/desk/bin")]
    public async Task<IActionResult> Index(long? before) => View("Bin", await bin.ReadAsync(Viewer, before, Cancel));
}
