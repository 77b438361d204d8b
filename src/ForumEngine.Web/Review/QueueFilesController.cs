using ForumEngine.Attachments;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Storage;
using ForumEngine.Web.Attachments;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Review;

/// <summary>Files of what waits, for those who decide on it; 404 for everybody else.</summary>
[Access(Audience.Staff), Route("desk/queue/{id:long}/files/{file:long}")]
public sealed class QueueFilesController(PendingFiles files, FileStore store) : ForumController
{
    [HttpGet("{name}")]
    public Task<IActionResult> Show(long id, long file) => SendAsync(id, file, null);

    [HttpGet("thumb")]
    public Task<IActionResult> Thumb(long id, long file) => SendAsync(id, file, StageFile.Thumb);

    [HttpGet("large")]
    public Task<IActionResult> Large(long id, long file) => SendAsync(id, file, StageFile.Large);

    private async Task<IActionResult> SendAsync(long id, long file, string? form)
    {
        var found = await files.FindAsync(Viewer, id, file, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        Response.Headers.CacheControl = "private, no-store";
        return FileAnswer.Of(HttpContext, store, found.Value, form) is { } answer ? answer : Refused(Refusal.NotFound);
    }
}
