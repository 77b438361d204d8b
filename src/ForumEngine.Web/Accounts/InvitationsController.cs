using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>A member's own invitations.</summary>
[Access(Audience.Members), Route("account/invitations")]
public sealed class InvitationsController(Invitations invitations, SiteAddress address) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index(int? before) => View("Invitations", await PageAsync(before));

    [HttpPost]
    public async Task<IActionResult> Make() => await AfterAsync(await invitations.MakeOwnAsync(Viewer, Cancel));

    [HttpPost("{id:int}/revoke")]
    public async Task<IActionResult> Revoke(int id) => await AfterAsync(await invitations.RevokeAsync(Viewer, id, Cancel));

    private async Task<IActionResult> AfterAsync(Refusal? refusal) =>
        refusal is null ? SeeOther("/account/invitations") : FormAgain(refusal, "Invitations", await PageAsync(null));

    private async Task<InvitationsPage> PageAsync(int? before) =>
        new(await invitations.ListAsync(Viewer.MemberId, before, Cancel), await invitations.LeftAsync(Viewer, Cancel), Viewer.Level(GroupRight.Invitations), address.For(Request), Viewer.Now);
}

/// <summary><paramref name="Left"/> of <paramref name="Allowed"/> may still be made; links begin with <paramref name="Site"/>.</summary>
public sealed record InvitationsPage(InvitationList List, int Left, int Allowed, Uri Site, DateTime Now)
{
    public string LinkOf(Invitation invitation) => new Uri(Site, $"account/register?invitation={invitation.Code}").ToString();
}

/// <summary>All invitations: who made and who used them; many made at once.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Invitations), Route("admin/invitations")]
public sealed class AdminInvitationsController(Invitations invitations, SiteAddress address) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index(int? before) => View("AdminInvitations", await PageAsync(before, new InvitationForm()));

    [HttpPost]
    public async Task<IActionResult> Make(InvitationForm form) =>
        await AfterAsync(await invitations.MakeAsync(Viewer, Typed.Number(form.Count) ?? 0, Typed.Number(form.Days) ?? 0, Cancel), form);

    [HttpPost("{id:int}/revoke")]
    public async Task<IActionResult> Revoke(int id) => await AfterAsync(await invitations.RevokeAsync(Viewer, id, Cancel), new InvitationForm());

    private async Task<IActionResult> AfterAsync(Refusal? refusal, InvitationForm form) =>
        refusal is null ? SeeOther("/admin/invitations") : FormAgain(refusal, "AdminInvitations", await PageAsync(null, form));

    private async Task<AdminInvitationsPage> PageAsync(int? before, InvitationForm form) =>
        new(new InvitationsPage(await invitations.ListAsync(null, before, Cancel), 0, 0, address.For(Request), Viewer.Now), form);
}

public sealed record AdminInvitationsPage(InvitationsPage On, InvitationForm Form);

/// <summary>The fields of /admin/invitations.</summary>
public sealed class InvitationForm
{
    public string? Count { get; set; } = "1";
    public string? Days { get; set; } = "10";
}
