using ForumEngine.Posts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Posts;

/// <summary>What was changed in a post.</summary>
[Access(Audience.Everyone)]
public sealed class PostHistoryController(PostHistoryQuery query) : ForumController
{
    [HttpGet("/posts/{id:long}/history")]
    public async Task<IActionResult> Show(long id, int? before = null)
    {
        var found = await query.RunAsync(Viewer, id, before, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("History", found.Value);
    }
}
