using ForumEngine.Announcements;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Announcements;

/// <summary>What the site has to say now; what is over, planned or for others isn't there.</summary>
[Access(Audience.Everyone), Route("announcements")]
public sealed class AnnouncementsController(AnnouncementLine announcements) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View(await announcements.NewestAsync(Viewer, Cancel));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) =>
        await announcements.FindAsync(id, Viewer, Cancel) is { } found ? View(found) : Refused(Refusal.NotFound);
}
