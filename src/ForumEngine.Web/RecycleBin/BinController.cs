using ForumEngine.Acts;
using ForumEngine.Permissions;
using ForumEngine.RecycleBin;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.RecycleBin;

/// <summary>The recycle bin: threads and posts, with filters; purging one of them.</summary>
[Access(Audience.Staff)]
public sealed class BinController(BinPageQuery query, FindBinItem find, Purge purge) : ForumController
{
    [HttpGet("/desk/bin")]
    public async Task<IActionResult> Index(string? what, int? board, string? author, string? by, long? before) =>
        View(await query.RunAsync(Viewer, new BinQuery(what == "posts", board, author, by, before), Cancel));

    [HttpGet("/desk/bin/{id:long}/purge")]
    public async Task<IActionResult> Ask(long id)
    {
        var found = await find.RunAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Purge", new PurgeForm { Item = found.Value });
    }

    [HttpPost("/desk/bin/{id:long}/purge")]
    public async Task<IActionResult> Purged(long id, PurgeForm form)
    {
        var found = await find.RunAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        form.Item = found.Value;
        if (form.Word?.Trim() != Purge.Word(id)) return FormAgain(Refusal.Invalid("Word", "PurgeWord", Purge.Word(id)), "Purge", form);
        var no = await purge.RunAsync(Viewer, id, ActNote.Of(form.Reason), Cancel);
        if (no is { Field: not null }) return FormAgain(no, "Purge", form);
        return no is null ? SeeOther(found.Value.PostId is null ? "/desk/bin" : "/desk/bin?what=posts") : Refused(no);
    }
}

/// <summary>The fields of /desk/bin/{id}/purge.</summary>
public sealed class PurgeForm
{
    /// <summary>The item's number, typed.</summary>
    public string? Word { get; set; }

    public string? Reason { get; set; }

    [BindNever]
    public FoundItem? Item { get; set; }
}
