using ForumEngine.Acts;
using ForumEngine.Permissions;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Threads;

/// <summary>What staff do to one thread: a small form that asks for the reason, and the act.</summary>
[Access(Audience.Staff)]
public sealed class ThreadStaffController(
    ThreadDesk desk, ActOnThreads acts) : ForumController
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
        var order = new ThreadOrder { Note = ActNote.Of(form.Reason) };
        var refusal = await acts.RunAsync(Viewer, id, act switch
        {
            "delete" => order with { Delete = true },
            "restore" => order with { Restore = true },
            "close" or "open" => order with { Closed = act == "close" },
            _ => order with { Sticky = (int)form.Sticky },
        }, Cancel);
        if (refusal is null) return SeeOther(act == "delete" ? $"/boards/{found.Value.Board.Id}" : $"/threads/{id}");
        return refusal.Kind == RefusalKind.Invalid || refusal.Field is not null
            ? FormAgain(refusal, "Act", new ActPage(Request.Path, act, found.Value, form))
            : Refused(refusal);
    }
}
