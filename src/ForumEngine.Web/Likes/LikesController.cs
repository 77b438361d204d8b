using ForumEngine.Likes;
using ForumEngine.Posts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Likes;

/// <summary>Supporting a post: a button for members, a page that asks for those who come from a sign-in, and who supports it.</summary>
[Access(Audience.Everyone)]
public sealed class LikesController(LikePost like, LikesQuery query, FindPost find) : ForumController
{
    [HttpGet("/posts/{id:long}/like"), Access(Audience.Members)]
    public async Task<IActionResult> Ask(long id)
    {
        var found = await like.OpenAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Like", found.Value);
    }

    [HttpPost("/posts/{id:long}/like"), Access(Audience.Members)]
    public Task<IActionResult> Like(long id) => TurnAsync(id, true);

    [HttpPost("/posts/{id:long}/unlike"), Access(Audience.Members)]
    public Task<IActionResult> Unlike(long id) => TurnAsync(id, false);

    [HttpGet("/posts/{id:long}/likes")]
    public async Task<IActionResult> Index(long id, int after = 0)
    {
        var found = await query.RunAsync(Viewer, id, after, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Index", found.Value);
    }

    private async Task<IActionResult> TurnAsync(long id, bool on)
    {
        var done = await like.RunAsync(Viewer, id, on, Cancel);
        return done.Refusal is { } refused ? Refused(refused) : SeeOther(await find.AddressAsync(done.Value.ThreadId, done.Value.Floor, Cancel));
    }
}
