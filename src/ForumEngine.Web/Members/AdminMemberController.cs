using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Members;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Accounts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Members;

/// <summary>One account: its form, and what else is done to it.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Members), Route("admin/members/{id:int}")]
public sealed class AdminMemberController(
    ChangeMember change, ChangeFurtherGroups further, MemberDoor door, NameFounder founders, EndSession sessions, GiveAdminRole role, ForumDb db, GroupSets groups, SiteAddress site) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Show(int id) => await PageAsync(id) is { } page ? View("Account", page) : Refused(Refusal.NotFound);

    [HttpPost]
    public async Task<IActionResult> Save(int id, AccountForm form)
    {
        var problems = await change.RunAsync(Viewer, id, form.Read(), Cancel);
        if (problems.Count == 0) return SeeOther($"/admin/members/{id}");
        if (await PageAsync(id) is not { } page) return Refused(Refusal.NotFound);
        // After a conflict the form has seen what is there now: sent again, it overwrites knowingly.
        if (problems[0].Kind == RefusalKind.Conflict) form.Seen = ChangeMember.Mark(page.On.Member);
        return FormAgain(problems, "Account", page with { Form = form });
    }

    [HttpPost("groups")]
    public async Task<IActionResult> Give(int id, int groupId, string? days) =>
        await AfterAsync(id, Typed.Number(days?.Trim()) is { } number ? await further.GiveAsync(Viewer, id, groupId, number, Cancel) : Refusal.Invalid("Days", "NumberOutOfRange", 0, ChangeFurtherGroups.MaxDays));

    [HttpPost("groups/{group:int}/remove")]
    public async Task<IActionResult> Take(int id, int group) => await AfterAsync(id, await further.TakeAsync(Viewer, id, group, Cancel));

    [HttpPost("sessions")]
    public async Task<IActionResult> EndSessions(int id, string? reason) => await AfterAsync(id, await door.EndSessionsAsync(Viewer, id, reason ?? "", Cancel));

    [HttpPost("password")]
    public async Task<IActionResult> EndPassword(int id, string? reason) => await AfterAsync(id, await door.EndPasswordAsync(Viewer, id, reason ?? "", site.For(Request), Cancel));

    [HttpPost("factor")]
    public async Task<IActionResult> RemoveFactor(int id, string? reason) => await AfterAsync(id, await door.RemoveFactorAsync(Viewer, id, reason ?? "", site.For(Request), Cancel));

    [HttpPost("role")]
    public async Task<IActionResult> Role(int id, string? roleId, string? seen) => await AfterAsync(id,
        // What is no number must not become all pages.
        !string.IsNullOrEmpty(roleId) && Typed.Number(roleId) is null ? Refusal.Invalid("RoleId", "NoSuchChoice") : await role.RunAsync(Viewer, id, Typed.Number(roleId), Typed.Number(seen), Cancel));

    [HttpPost("founder")]
    public async Task<IActionResult> Founder(int id, bool isFounder, string? typed) => await AfterAsync(id, await founders.RunAsync(Viewer, id, isFounder, typed ?? "", Cancel));

    /// <summary>The page anew, or the form with what was wrong.</summary>
    private async Task<IActionResult> AfterAsync(int id, Refusal? refusal)
    {
        if (refusal is null) return SeeOther($"/admin/members/{id}");
        return await PageAsync(id) is { } page ? FormAgain(refusal, "Account", page) : Refused(Refusal.NotFound);
    }

    private async Task<AccountPage?> PageAsync(int id)
    {
        var found = await change.FindAsync(Viewer, id, Cancel);
        return found.Refusal is null ? new AccountPage(found.Value, await groups.CurrentAsync(Cancel), AccountForm.Of(found.Value), await sessions.CountAsync(found.Value.Member, Cancel))
        {
            Roles = Viewer.MayOpen(AdminPage.Roles) && found.Value.Rank == Rank.Administrator ? await db.AdminRoles.OrderBy(r => r.Id).ToListAsync(Cancel) : [],
        } : null;
    }
}

public sealed record AccountPage(AccountOnDesk On, GroupSet Groups, AccountForm Form, int SignIns)
{
    /// <summary>Of an administrator, for founders.</summary>
    public IReadOnlyList<AdminRole> Roles { get; init; } = [];
}

/// <summary>The fields of an account, as typed.</summary>
public sealed class AccountForm
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public bool EmailConfirmed { get; set; }
    public int GroupId { get; set; }
    public string? Location { get; set; }
    public string? Bio { get; set; }
    public string? CustomTitle { get; set; }
    public string? Reason { get; set; }
    public string? Seen { get; set; }

    public static AccountForm Of(AccountOnDesk on) => new()
    {
        Name = on.Member.UserName,
        Email = on.Member.Email,
        EmailConfirmed = on.Member.EmailConfirmed,
        GroupId = on.Member.GroupId,
        Location = on.Member.Location,
        Bio = on.Member.Bio,
        CustomTitle = on.Member.CustomTitle,
        Seen = ChangeMember.Mark(on.Member),
    };

    public MemberDraft Read() => new(Name ?? "", Email ?? "", EmailConfirmed, GroupId, Location ?? "", (Bio ?? "").Replace("\r\n", "\n", StringComparison.Ordinal), CustomTitle ?? "", Seen ?? "") { Reason = Reason ?? "" };
}
