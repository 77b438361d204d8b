using ForumEngine.Acts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Acts;

/// <summary>What was done, and undoing it.</summary>
public sealed class ActsController(ChosenThreads chosen, RecordsQuery records, UndoAct undo) : ForumController
{
    /// <summary>After an act on several threads: each record with its button.</summary>
    [HttpGet("/desk/acts"), Access(Audience.Staff)]
    public async Task<IActionResult> Done([FromQuery] List<long> id) => View(await chosen.DoneAsync(Viewer, id, Cancel));

    /// <summary>主题操作记录.</summary>
    [HttpGet("/threads/{id:long}/record"), Access(Audience.Everyone)]
    public async Task<IActionResult> Record(long id, long? before)
    {
        var found = await records.RunAsync(Viewer, id, before, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View(found.Value);
    }

    [HttpGet("/desk/acts/{id:long}/undo"), Access(Audience.Staff)]
    public async Task<IActionResult> Ask(long id)
    {
        var found = await undo.FindAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Undo", new UndoForm { Record = found.Value });
    }

    [HttpPost("/desk/acts/{id:long}/undo"), Access(Audience.Staff)]
    public async Task<IActionResult> Undo(long id, UndoForm form)
    {
        var done = await undo.RunAsync(Viewer, id, ActNote.Of(form.Reason, form.Tell), Cancel);
        if (done.Refusal is { Field: not null } wrong)
        {
            var found = await undo.FindAsync(Viewer, id, Cancel);
            if (found.Refusal is { } missing) return Refused(missing);
            form.Record = found.Value;
            return FormAgain(wrong, "Undo", form);
        }
        return done.Refusal is { } refused ? Refused(refused) : SeeOther(Url.LocalOr(form.Back, $"/threads/{done.Value.ThreadId}"));
    }
}
