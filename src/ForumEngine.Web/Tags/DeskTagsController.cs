using ForumEngine.Tags;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Tags;

/// <summary>What staff do with tags: rename, close, open, merge.</summary>
[Access(Audience.Staff), Route("desk/tags")]
public sealed class DeskTagsController(TagDesk desk, RenameTag rename, CloseTag close, MergeTag merge) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index(string? q = null, string? after = null)
    {
        var found = await desk.ReadAsync(Viewer, q, after, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Desk", found.Value);
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Tag(int id)
    {
        var found = await desk.FindAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View(new TagForm { Name = found.Value.Name, Tag = found.Value });
    }

    [HttpPost("{id:int}/{act:regex(^(rename|close|open|merge)$)}")]
    public async Task<IActionResult> Act(int id, string act, TagForm form)
    {
        var found = await desk.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } missing) return Refused(missing);
        var refusal = act switch
        {
            "rename" => await rename.RunAsync(Viewer, id, form.Name, Cancel),
            "merge" => await merge.RunAsync(Viewer, id, form.Into, Cancel),
            _ => await close.RunAsync(Viewer, id, act == "close", Cancel),
        };
        if (refusal is null) return SeeOther(act == "merge" ? "/desk/tags" : $"/desk/tags/{id}");
        form.Name ??= found.Value.Name;
        form.Tag = found.Value;
        return FormAgain(refusal, "Tag", form);
    }
}

/// <summary>The fields of /desk/tags/{id}.</summary>
public sealed class TagForm
{
    public string? Name { get; set; }

    /// <summary>The name of the tag that gets its threads.</summary>
    public string? Into { get; set; }

    [BindNever]
    public Tag? Tag { get; set; }
}
