using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Warnings;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Warnings;

/// <summary>Warning and taking it back, from the desk.</summary>
[Access(Audience.Staff)]
public sealed class DeskWarningsController(WarnMember warn, RevokeWarning revoke, WarningPages pages, SettingsSource settings) : ForumController
{
    [HttpGet("/desk/posts/{id:long}/warn")]
    public async Task<IActionResult> Warn(long id)
    {
        var found = await warn.FindAsync(Viewer, id, Cancel);
        return found.Refusal is { } refusal ? Refused(refusal) : View("Warn", new WarnForm { Post = found.Value, Points = "1", Days = await DaysAsync() });
    }

    [HttpPost("/desk/posts/{id:long}/warn")]
    public async Task<IActionResult> Warn(long id, [FromForm] WarnForm form)
    {
        var wish = form.Read();
        var done = wish.Refusal is { } unreadable ? unreadable : await warn.PostAsync(Viewer, id, wish.Value, Cancel);
        if (done.Refusal is null) return SeeOther($"/posts/{id}");
        if (done.Refusal.Kind != RefusalKind.Invalid) return Refused(done.Refusal);
        var found = await warn.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } gone) return Refused(gone);
        form.Post = found.Value;
        return FormAgain(done.Refusal, "Warn", form);
    }

    /// <summary>A member's warnings, with the form for one that belongs to no post.</summary>
    [HttpGet("/desk/members/{id:int}/warnings")]
    public async Task<IActionResult> OfMember(int id, int? before) =>
        await ListAsync(id, before, new WarnForm { Points = "1", Days = await DaysAsync() }, null);

    [HttpPost("/desk/members/{id:int}/warnings")]
    public async Task<IActionResult> WarnMember(int id, [FromForm] WarnForm form)
    {
        var wish = form.Read();
        var done = wish.Refusal is { } unreadable ? unreadable : await warn.MemberAsync(Viewer, id, wish.Value, Cancel);
        if (done.Refusal is null) return SeeOther($"/desk/members/{id}/warnings");
        return done.Refusal.Kind == RefusalKind.Invalid ? await ListAsync(id, null, form, done.Refusal) : Refused(done.Refusal);
    }

    [HttpGet("/desk/warnings/{id:int}/revoke")]
    public async Task<IActionResult> Revoke(int id)
    {
        var found = await revoke.FindAsync(Viewer, id, Cancel);
        return found.Refusal is { } refusal ? Refused(refusal) : View("Revoke", new RevokeForm(found.Value, ""));
    }

    [HttpPost("/desk/warnings/{id:int}/revoke")]
    public async Task<IActionResult> Revoke(int id, string? reason)
    {
        var done = await revoke.RunAsync(Viewer, id, reason ?? "", Cancel);
        if (done.Refusal is null) return SeeOther(done.Value.PostId is { } post ? $"/posts/{post}" : $"/desk/members/{done.Value.MemberId}/warnings");
        if (done.Refusal.Kind != RefusalKind.Invalid) return Refused(done.Refusal);
        var found = await revoke.FindAsync(Viewer, id, Cancel);
        return found.Refusal is { } gone ? Refused(gone) : FormAgain(done.Refusal, "Revoke", new RevokeForm(found.Value, reason ?? ""));
    }

    private async Task<IActionResult> ListAsync(int id, int? before, WarnForm form, Refusal? refusal)
    {
        var list = await pages.OfMemberAsync(Viewer, id, before, Cancel);
        if (list.Refusal is { } missing) return Refused(missing);
        form.List = list.Value;
        return refusal is null ? View("OfMember", form) : FormAgain(refusal, "OfMember", form);
    }

    private async Task<string> DaysAsync() => $"{(await settings.CurrentAsync(Cancel)).Warnings.ExpiryDays}";
}
