using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Threads;

/// <summary>Reading a thread.</summary>
[Access(Audience.Everyone)]
public sealed class ThreadsController(ThreadPageQuery query, FindPost find, SettingsSource settings) : ForumController
{
    [HttpGet("/threads/{id:long}")]
    public async Task<IActionResult> Show(long id, int page = 1, int? author = null, string? order = null, int? floor = null)
    {
        var reading = (await settings.CurrentAsync(Cancel)).Reading;
        // 电梯直达: a form can't write a fragment, so the lift asks with ?floor= and is sent on.
        if (floor is > 0) return Redirect(await find.AddressAsync(id, floor.Value, Cancel));
        if (page < 1) return Refused(Refusal.NotFound);
        var found = await query.RunAsync(Viewer, new ThreadQuery(id, page, author, order switch { "desc" => true, "asc" => false, _ => null }), Cancel);
        if (found.Refusal is { Kind: RefusalKind.Moved } moved) return RedirectPermanent($"/threads/{moved.Arguments[0]}");
        return found.Refusal is { } refused ? Refused(refused) : View(new ThreadView(found.Value, reading.FloorNames));
    }
}
