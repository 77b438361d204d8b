using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>/admin/enter: the password once more. Others than administrators find nothing here.</summary>
[Access(Audience.Members), Route("admin/enter")]
public sealed class AdminDoorController(AdminDoor door, SignIn signIn) : ForumController
{
    [HttpGet]
    public IActionResult Form() => Viewer.IsAdministrator ? View("Enter", new EnterForm()) : Refused(Refusal.NotFound);

    [HttpPost]
    public async Task<IActionResult> Enter([FromForm] EnterForm form, string? returnUrl)
    {
        if (!Viewer.IsAdministrator) return Refused(Refusal.NotFound);
        if (!ModelState.IsValid) return FormAgain("Enter", form);
        var outcome = await signIn.AgainAsync(Viewer, form.CurrentPassword ?? "", Cancel);
        if (outcome.Refusal is { } refusal) return FormAgain(refusal, "Enter", form);
        door.Open(HttpContext, User);
        return SeeOther(Url.LocalOr(returnUrl, "/admin/boards"));
    }
}
