using ForumEngine.Permissions;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Threads;

/// <summary>What staff do to one thread: a small form that asks for the reason, and the act.</summary>
[Access(Audience.Staff)]
public sealed class ThreadStaffController(
    ThreadDesk desk, DeleteThread delete, RestoreThread restore, CloseThread close, OpenThread open, StickThread stick) : ForumController
{
    private const string Route = "/desk/threads/{id:long}/{act:regex(^(delete|restore|close|open|stick)$)}";

    [HttpGet(Route)]
    public async Task<IActionResult> Ask(long id, string act)
    {
        var found = await desk.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } missing) return Refused(missing);
        var (thread, board, rank) = found.Value;
        return ThreadStaffRules.Check(Viewer, Enum.Parse<ThreadAct>(act, true), board, thread.AuthorId, rank) is { } refusal
            ? Refused(refusal)
            : View("Act", new ActPage(Request.Path, act, found.Value, new ActForm()));
    }

    [HttpPost(Route)]
    public async Task<IActionResult> Act(long id, string act, ActForm form)
    {
        var found = await desk.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } missing) return Refused(missing);
        var reason = form.Reason ?? "";
        var refusal = act switch
        {
            "delete" => await delete.RunAsync(Viewer, id, reason, Cancel),
            "restore" => await restore.RunAsync(Viewer, id, reason, Cancel),
            "close" => await close.RunAsync(Viewer, id, reason, Cancel),
            "open" => await open.RunAsync(Viewer, id, reason, Cancel),
            _ => await stick.RunAsync(Viewer, id, form.Sticky, reason, Cancel),
        };
        if (refusal is null) return SeeOther(act == "delete" ? $"/boards/{found.Value.Board.Id}" : $"/threads/{id}");
        return refusal.Kind == RefusalKind.Invalid || refusal.Field is not null
            ? FormAgain(refusal, "Act", new ActPage(Request.Path, act, found.Value, form))
            : Refused(refusal);
    }
}
