using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>The desk's front, all boxes in one list, and each box by itself; the pages of lines are their features'.</summary>
[Access(Audience.Staff)]
public sealed class DeskController(IEnumerable<IDeskBox> boxes) : ForumController
{
    [HttpGet("/desk")]
    public IActionResult Index() => View("Index");

    [HttpGet("/desk/{box:regex(^[[a-z]]+$)}")]
    public async Task<IActionResult> Box(string box)
    {
        var found = boxes.FirstOrDefault(b => b.Key == box);
        return found is null || await found.CountAsync(Viewer, BoxScope.Everywhere, Cancel) is null
            ? Refused(Permissions.Refusal.NotFound)
            : View("Index");
    }
}
