using ForumEngine.Staff;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>The desk's front: open reports, the recycle bin and what was done lately.</summary>
[Access(Audience.Staff)]
public sealed class DeskController(IEnumerable<IDeskBox> boxes, StaffLogPage log, RecycleBin bin) : ForumController
{
    /// <summary><paramref name="before"/> continues the log, <paramref name="binBefore"/> the recycle bin.</summary>
    [HttpGet("/desk")]
    public async Task<IActionResult> Index(long? before, [FromQuery(Name = "bin")] long? binBefore)
    {
        var lines = await log.ReadAsync(Viewer, before, Cancel);
        List<BoxOnPage> shown = [];
        foreach (var box in boxes.OrderBy(b => b.Order))
            if (await box.CountAsync(Viewer, BoxScope.Everywhere, Cancel) is { } count)
                shown.Add(new BoxOnPage(box.Key, count, await box.ReadAsync(Viewer, new BoxQuery(BoxScope.Everywhere), Cancel)));
        return View(new DeskView(shown, lines.Refusal is null ? lines.Value : null, await bin.ReadAsync(Viewer, binBefore, Cancel)));
    }
}

/// <summary>A box with its first lines.</summary>
public sealed record BoxOnPage(string Key, BoxCount Count, IReadOnlyList<BoxLine> Lines);

/// <summary><paramref name="Log"/> is null for those who may not read it.</summary>
public sealed record DeskView(IReadOnlyList<BoxOnPage> Boxes, StaffLogList? Log, RecycledList Bin);
