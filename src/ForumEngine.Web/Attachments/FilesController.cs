using ForumEngine.Attachments;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Attachments;

/// <summary>
/// Gives files out, asking every right each time. Pictures are ours, encoded anew, and shown; all else is a download that no
/// browser opens by itself: a name, no sniffing, and a policy under which nothing of it could run.
/// </summary>
[Access(Audience.Everyone)]
public sealed class FilesController(FindFile find, FileStore store, Downloads downloads) : ForumController
{
    [HttpGet("/files/{id:long}/{name}")]
    public Task<IActionResult> Show(long id) => SendAsync(id, null);

    [HttpGet("/files/{id:long}/thumb")]
    public Task<IActionResult> Thumb(long id) => SendAsync(id, StageFile.Thumb);

    [HttpGet("/files/{id:long}/large")]
    public Task<IActionResult> Large(long id) => SendAsync(id, StageFile.Large);

    private async Task<IActionResult> SendAsync(long id, string? form)
    {
        var found = await find.RunAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var file = found.Value.File;
        if (FileAnswer.Of(HttpContext, store, file, form) is not { } answer) return Refused(Refusal.NotFound);
        // Members' browsers ask again each time, since rights may change; what guests see everybody may, for a minute.
        Response.Headers.CacheControl = Viewer.IsGuest ? "public, max-age=60" : "private, no-cache";
        if (Counts(file)) downloads.Add(id);
        return answer;
    }

    /// <summary>Once a download: not its later parts, nor what the browser has already.</summary>
    private bool Counts(Attachment file) => !file.IsImage && HttpMethods.IsGet(Request.Method) && file.PostId is not null
        && Request.Headers.IfNoneMatch.Count == 0 && (Request.Headers.Range.Count == 0 || Request.Headers.Range.ToString().StartsWith("bytes=0-", StringComparison.Ordinal));
}
