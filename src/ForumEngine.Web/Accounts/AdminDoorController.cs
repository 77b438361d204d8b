using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>/admin/enter: the password once more, or a code of the second factor. Others than administrators find nothing here.</summary>
[Access(Audience.Members), StaysOpen, Route("admin/enter")]
public sealed class AdminDoorController(AdminDoor door, SignIn signIn, SiteAddress address) : ForumController
{
    [HttpGet]
    public IActionResult Form() => Viewer.IsAdministrator ? View("Enter", new EnterForm()) : Refused(Refusal.NotFound);

    [HttpPost]
    public async Task<IActionResult> Enter([FromForm] EnterForm form, string? returnUrl)
    {
        if (!Viewer.IsAdministrator) return Refused(Refusal.NotFound);
        if (!ModelState.IsValid) return FormAgain("Enter", form);
        var byCode = string.IsNullOrEmpty(form.CurrentPassword) && !string.IsNullOrWhiteSpace(form.Code);
        var refusal = byCode ? await signIn.AgainByCodeAsync(Viewer, form.Code!, address.For(Request), Cancel) : (await signIn.AgainAsync(Viewer, form.CurrentPassword ?? "", Cancel)).Refusal;
        if (refusal is not null) return FormAgain(refusal, "Enter", form);
        door.Open(HttpContext, User);
        return SeeOther(Url.LocalOr(returnUrl, Viewer.MayOpen(AdminPage.Boards) ? "/admin/boards" : "/admin"));
    }
}
