using ForumEngine.Avatars;
using ForumEngine.Pictures;
using ForumEngine.Storage;
using ForumEngine.Web.Attachments;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Avatars;

/// <summary>A picture and the square of it, in its own pixels, that a script lets one choose; without one it is the middle.</summary>
public sealed class AvatarForm
{
    public IFormFile? File { get; set; }
    public int? X { get; set; }
    public int? Y { get; set; }
    public int? Size { get; set; }

    [BindNever]
    public string Name { get; set; } = "";

    [BindNever]
    public int Version { get; set; }
}

/// <summary>One's own avatar.</summary>
[Access(Audience.Members), Route("account/settings/avatar")]
public sealed class AvatarSettingsController(ForumDb db, SetAvatar set, RemoveAvatar remove) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Avatar() => View(await AroundAsync(new AvatarForm()));

    [HttpPost, UploadLimit]
    public async Task<IActionResult> Avatar([FromForm] AvatarForm form)
    {
        await AroundAsync(form);
        if (!ModelState.IsValid) return FormAgain("Avatar", form);
        await using var content = form.File?.OpenReadStream();
        var refused = await set.RunAsync(Viewer, content, new Square(form.X ?? 0, form.Y ?? 0, form.Size ?? 0), Cancel);
        return refused is null ? SeeOther("/account/settings/avatar?saved=1") : FormAgain(refused, "Avatar", form);
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Remove() =>
        await remove.RunAsync(Viewer, Viewer.MemberId!.Value, null, Cancel) is { } refused ? Refused(refused) : SeeOther("/account/settings/avatar?saved=1");

    private async Task<AvatarForm> AroundAsync(AvatarForm form)
    {
        var member = await db.Members.Where(m => m.Id == Viewer.MemberId).Select(m => new { m.UserName, m.AvatarVersion }).SingleAsync(Cancel);
        (form.Name, form.Version) = (member.UserName!, member.AvatarVersion);
        return form;
    }
}
