using ForumEngine.Attachments;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Attachments;

/// <summary>What a script sends with a file; without board and thread the post that takes it decides.</summary>
public sealed class UploadForm
{
    public IFormFile? File { get; set; }
    public int? BoardId { get; set; }
    public long? ThreadId { get; set; }
}

/// <summary>For the editor's script: a file comes, a file goes. Answers are JSON; why not is <c>error</c>, in the reader's language.</summary>
[Access(Audience.Everyone)]
public sealed class UploadsController(UploadFile upload, DeleteUpload delete, Refusals refusals) : ForumController
{
    [HttpPost("/files"), UploadLimit]
    public async Task<IActionResult> Upload([FromForm] UploadForm form)
    {
        if (!ModelState.IsValid || form.File is not { } file) return Why(Refusal.Invalid("File", "FileMissing"));
        await using var content = file.OpenReadStream();
        var done = await upload.RunAsync(Viewer, new Upload(file.FileName, content) { BoardId = form.BoardId, ThreadId = form.ThreadId }, Cancel);
        if (done.Refusal is { } refused) return Why(refused);
        var added = done.Value;
        return Json(new { id = added.Id, name = added.Name, isImage = added.IsImage, thumb = added.IsImage ? $"/files/{added.Id}/thumb" : null, code = CodeOf(added.Id, added.IsImage) });
    }

    [HttpPost("/files/{id:long}/delete")]
    public async Task<IActionResult> Delete(long id) =>
        await delete.RunAsync(Viewer, id, Cancel) is { } refused ? Why(refused) : NoContent();

    /// <summary>What stands in the text for a file.</summary>
    public static string CodeOf(long id, bool isImage) => isImage ? $"[attachimg]{id}[/attachimg]" : $"[attach]{id}[/attach]";

    private JsonResult Why(Refusal refusal) => new(new { error = refusals.Say(refusal) }) { StatusCode = Refusals.StatusOf(refusal.Kind) };
}
