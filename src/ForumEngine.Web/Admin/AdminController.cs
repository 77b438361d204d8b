using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>The panel's front door.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Overview), Route("admin")]
public sealed class AdminController : ForumController
{
    [HttpGet]
    public IActionResult Index() => View();
}
