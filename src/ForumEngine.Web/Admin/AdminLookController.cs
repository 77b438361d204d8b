using ForumEngine.Look;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>How the site looks: accent, density, logo, icon; a form for each, with a sample beside them.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Look), Route("admin/look")]
public sealed class AdminLookController(ChangeSettings change, ChangeLookImages images, ForumDb db) : ForumController
{
    /// <summary>These settings have a page of their own.</summary>
    public const string Section = "Look.";

    [HttpGet]
    public async Task<IActionResult> Index() => View("Look", await FormAsync());

    [HttpPost]
    public async Task<IActionResult> Save([FromForm] LookForm form) =>
        await AnswerAsync(await change.RunAsync(Viewer, form.ToValues(), Cancel), form);

    [HttpPost("logo")]
    public async Task<IActionResult> Logo() => await AnswerAsync(await images.SetLogoAsync(Viewer, await Uploads.FirstAsync(Request, Cancel), Cancel));

    [HttpPost("icon")]
    public async Task<IActionResult> Icon() => await AnswerAsync(await images.SetIconAsync(Viewer, await Uploads.FirstAsync(Request, Cancel), Cancel));

    [HttpPost("remove-{what:regex(^(logo|icon)$)}")]
    public async Task<IActionResult> Remove(string what)
    {
        await images.RemoveAsync(Viewer, what, Cancel);
        return SeeOther("/admin/look");
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, LookForm? typed = null) =>
        refusal is null ? SeeOther("/admin/look") : FormAgain(refusal, "Look", typed ?? await FormAsync());

    private async Task<LookForm> FormAsync() => LookForm.Of((await SettingsSource.LoadAsync(db, Cancel)).Look);
}
