using ForumEngine.Warnings;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Warnings;

/// <summary>What readers see of warnings: that of a post, and one's own.</summary>
public sealed class WarningsController(WarningPages pages) : ForumController
{
    [HttpGet("/posts/{id:long}/warning"), Access(Audience.Everyone)]
    public async Task<IActionResult> OfPost(long id)
    {
        var found = await pages.OfPostAsync(Viewer, id, Cancel);
        return found.Refusal is { } refusal ? Refused(refusal) : View("Warning", found.Value);
    }

    [HttpGet("/account/warnings"), Access(Audience.Members)]
    public async Task<IActionResult> Own(int? before)
    {
        var list = await pages.OwnAsync(Viewer, before, Cancel);
        return list.Refusal is { } refusal ? Refused(refusal) : View("Own", list.Value);
    }
}
