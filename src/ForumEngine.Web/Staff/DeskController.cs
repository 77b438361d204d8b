using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>The desk's front: open reports and what was done lately.</summary>
[Access(Audience.Staff)]
public sealed class DeskController(IEnumerable<IDeskBox> boxes, StaffLogPage log) : ForumController
{
    /// <summary><paramref name="before"/> continues the log.</summary>
    [HttpGet("/desk")]
    public async Task<IActionResult> Index(long? before)
    {
        var lines = await log.ReadAsync(Viewer, before, Cancel);
        List<BoxOnPage> shown = [];
        foreach (var box in boxes.OrderBy(b => b.Order))
            if (await box.CountAsync(Viewer, BoxScope.Everywhere, Cancel) is { } count)
                shown.Add(new BoxOnPage(box.Key, count, await box.ReadAsync(Viewer, new BoxQuery(BoxScope.Everywhere), Cancel)));
        return View(new DeskView(shown, lines.Refusal is null ? lines.Value : null));
    }
}

/// <summary>A box with its first lines.</summary>
public sealed record BoxOnPage(string Key, BoxCount Count, IReadOnlyList<BoxLine> Lines);

/// <summary><paramref name="Log"/> is null for those who may not read it.</summary>
public sealed record DeskView(IReadOnlyList<BoxOnPage> Boxes, StaffLogList? Log);
