using ForumEngine.Notices;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Notices;

/// <summary>The inbox. A GET changes nothing: what is new stays so until the button (or, with scripts, the page itself) says it was read.</summary>
[Access(Audience.Members)]
public sealed class NotificationsController(Inbox inbox) : ForumController
{
    [HttpGet("/notifications")]
    public async Task<IActionResult> Index(long? before) => View(await inbox.ReadAsync(Viewer, before, Cancel));

    [HttpPost("/notifications/read")]
    public async Task<IActionResult> Read()
    {
        await inbox.MarkReadAsync(Viewer, Cancel);
        return SeeOther("/notifications");
    }
}
