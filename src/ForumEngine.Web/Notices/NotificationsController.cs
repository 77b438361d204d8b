using ForumEngine.Notices;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Notices;

/// <summary>The inbox. Opening it marks what is in it as read; the page still shows what was new.</summary>
[Access(Audience.Members)]
public sealed class NotificationsController(Inbox inbox) : ForumController
{
    [HttpGet("/notifications")]
    public async Task<IActionResult> Index(long? before)
    {
        var list = await inbox.ReadAsync(Viewer, before, Cancel);
        await inbox.MarkReadAsync(Viewer, Cancel);
        return View(list);
    }
}
