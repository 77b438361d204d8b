using ForumEngine.Accounts;
using ForumEngine.Avatars;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Avatars;

public sealed class AvatarRemovalForm
{
    public string? Reason { get; set; }

    [BindNever]
    public MemberPage? Member { get; set; }
}

/// <summary>Staff take down a member's picture, with a line in the log.</summary>
[Access(Audience.Staff), Route("desk/members/{id:int}/avatar")]
public sealed class DeskAvatarController(MemberPageQuery members, RemoveAvatar remove, Ranks ranks) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Remove(int id)
    {
        if (await members.FindAsync(id, Cancel) is not { AvatarVersion: > 0 } member) return Refused(Refusal.NotFound);
        return RemoveAvatar.WhyNot(Viewer, id, await ranks.OfAsync(id, Cancel)) is { } refused ? Refused(refused) : View(new AvatarRemovalForm { Member = member });
    }

    [HttpPost]
    public async Task<IActionResult> Remove(int id, [FromForm] AvatarRemovalForm form) =>
        await remove.RunAsync(Viewer, id, form.Reason, Cancel) is { } refused ? Refused(refused) : SeeOther($"/members/{id}");
}
