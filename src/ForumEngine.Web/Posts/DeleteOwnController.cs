using ForumEngine.Posts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Posts;

/// <summary>Authors delete their own posts, after being asked.</summary>
[Access(Audience.Members)]
public sealed class DeleteOwnController(DeleteOwnPost delete, FindPost find) : ForumController
{
    [HttpGet("/posts/{id:long}/delete")]
    public async Task<IActionResult> Ask(long id)
    {
        var found = await delete.OpenAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("DeleteOwn", found.Value);
    }

    [HttpPost("/posts/{id:long}/delete")]
    public async Task<IActionResult> Delete(long id)
    {
        var done = await delete.RunAsync(Viewer, id, Cancel);
        if (done.Refusal is { } refused) return Refused(refused);
        var (post, thread, board) = done.Value;
        if (post.Floor == 1) return SeeOther($"/boards/{board.Id}");
        return SeeOther(await find.AddressAsync(thread.Id, post.Floor, Cancel));
    }
}
