using ForumEngine.Acts;
using ForumEngine.Posts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Acts;

/// <summary>Pins a reply to the top of its thread, and takes it off again; for staff and for who started the thread.</summary>
[Access(Audience.Members)]
public sealed class PinController(OnPost on, FindPost find) : ForumController
{
    private const string Route = "/posts/{id:long}/{act:regex(^(pin|unpin)$)}";

    [HttpGet(Route)]
    public async Task<IActionResult> Ask(long id, string act)
    {
        var found = await find.VisibleAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var (post, thread, board) = found.Value;
        return PostActRules.WhyNotPin(Viewer, board, thread.AuthorId, thread.IsClosed, post.Floor) is { } no ? Refused(no) : View("Pin", new PinPage(found.Value, act));
    }

    [HttpPost(Route)]
    public async Task<IActionResult> Act(long id, string act)
    {
        var done = await on.RunAsync(Viewer, id, Enum.Parse<PostAct>(act, true), ActNote.Silent, Cancel);
        return done.Refusal is { } refused ? Refused(refused) : SeeOther($"/threads/{done.Value.ThreadId}");
    }
}

/// <summary>The question; <paramref name="Act"/> is the last part of its address.</summary>
public sealed record PinPage(PostInPlace At, string Act);
