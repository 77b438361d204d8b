using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Posts;

/// <summary>What staff do to one post; the first floor is its thread.</summary>
[Access(Audience.Staff)]
public sealed class PostStaffController(PostDesk desk, DeletePost delete, RestorePost restore, FindPost find) : ForumController
{
    private const string Route = "/desk/posts/{id:long}/{act:regex(^(delete|restore)$)}";

    [HttpGet(Route)]
    public async Task<IActionResult> Ask(long id, string act)
    {
        var found = await desk.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } missing) return Refused(missing);
        var (post, on, rank) = found.Value;
        return ThreadStaffRules.Check(Viewer, Enum.Parse<ThreadAct>(act, true), on.Board, post.AuthorId, rank) is { } refusal
            ? Refused(refusal)
            : View("/Threads/Views/Act.cshtml", new ActPage(Request.Path, act, on, new ActForm()) { Post = post });
    }

    [HttpPost(Route)]
    public async Task<IActionResult> Act(long id, string act, ActForm form)
    {
        var found = await desk.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } missing) return Refused(missing);
        var (post, on, _) = found.Value;
        var reason = form.Reason ?? "";
        var refusal = act == "delete" ? await delete.RunAsync(Viewer, id, reason, Cancel) : await restore.RunAsync(Viewer, id, reason, Cancel);
        if (refusal is { Kind: RefusalKind.Invalid })
            return FormAgain(refusal, "/Threads/Views/Act.cshtml", new ActPage(Request.Path, act, on, form) { Post = post });
        if (refusal is not null) return Refused(refusal);
        if (post.Floor == 1 && act == "delete") return SeeOther($"/boards/{on.Board.Id}");
        return SeeOther(await find.AddressAsync(post.ThreadId, post.Floor, Cancel));
    }
}
