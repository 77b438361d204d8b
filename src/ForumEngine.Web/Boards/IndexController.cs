using ForumEngine.Boards;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Boards;

/// <summary>The front page.</summary>
[Access(Audience.Everyone)]
public sealed class IndexController(IndexPageQuery query) : ForumController
{
    [HttpGet("/")]
    public async Task<IActionResult> Index() => View(await query.RunAsync(Viewer, Cancel));
}
