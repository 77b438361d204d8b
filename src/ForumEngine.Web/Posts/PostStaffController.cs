using ForumEngine.Acts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Posts;

/// <summary>What staff do to one post; the first floor is its thread.</summary>
[Access(Audience.Staff)]
public sealed class PostStaffController(PostDesk desk, OnPost on, FindPost find) : ForumController
{
    private const string Route = "/desk/posts/{id:long}/{act:regex(^(delete|restore|block|unblock)$)}";

    [HttpGet(Route)]
    public async Task<IActionResult> Ask(long id, string act)
    {
        var found = await desk.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } missing) return Refused(missing);
        var (post, at, rank) = found.Value;
        return PostActRules.WhyNot(Viewer, at.Board, at.Thread, post, rank, Enum.Parse<PostAct>(act, true)) is { } refusal
            ? Refused(refusal)
            : View("/Threads/Views/Act.cshtml", new ActPage(Request.Path, act, at, new ActForm()) { Post = post });
    }

    [HttpPost(Route)]
    public async Task<IActionResult> Act(long id, string act, ActForm form)
    {
        var found = await desk.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } missing) return Refused(missing);
        var (post, at, _) = found.Value;
        var refusal = (await on.RunAsync(Viewer, id, Enum.Parse<PostAct>(act, true), ActNote.Of(form.Reason), Cancel)).Refusal;
        if (refusal is { Kind: RefusalKind.Invalid })
            return FormAgain(refusal, "/Threads/Views/Act.cshtml", new ActPage(Request.Path, act, at, form) { Post = post });
        if (refusal is not null) return Refused(refusal);
        if (post.Floor == 1 && act == "delete") return SeeOther($"/boards/{at.Board.Id}");
        return SeeOther(await find.AddressAsync(post.ThreadId, post.Floor, Cancel));
    }
}
