using ForumEngine.Attachments;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Attachments;

/// <summary>What is said of a file, and who may have it.</summary>
public sealed class FileForm
{
    public string? Description { get; set; }
    public int? ReadLevel { get; set; }

    [BindNever]
    public EditableFile? Around { get; set; }
}

/// <summary>Describing a file and setting the reading level that it needs.</summary>
[Access(Audience.Members), Route("files/{id:long}/edit")]
public sealed class FileEditController(ChangeFile change) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Edit(long id)
    {
        var found = await change.OpenAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        return View(new FileForm { Around = found.Value, Description = found.Value.File.Description, ReadLevel = found.Value.File.ReadLevel });
    }

    [HttpPost]
    public async Task<IActionResult> Edit(long id, [FromForm] FileForm form)
    {
        var found = await change.OpenAsync(Viewer, id, Cancel);
        if (found.Refusal is { } gone) return Refused(gone);
        form.Around = found.Value;
        if (!ModelState.IsValid) return FormAgain("Edit", form);
        var done = await change.RunAsync(Viewer, id, form.Description, form.ReadLevel ?? 0, Cancel);
        return done.Refusal is { } refused ? FormAgain(refused, "Edit", form) : SeeOther($"/files/{id}/edit?saved=1");
    }
}
