using ForumEngine.Members;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Members;

/// <summary>Roles of administrators: which pages of /admin go together, who has them, what was changed.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Roles), Route("admin/roles")]
public sealed class AdminRolesController(ForumDb db, SaveAdminRole save) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Roles", await ListAsync(new RoleForm()));

    [HttpPost]
    public async Task<IActionResult> Add(RoleForm form)
    {
        var outcome = await save.RunAsync(Viewer, form.Read(null), Cancel);
        return outcome.Refusal is { } refusal ? FormAgain(refusal, "Roles", await ListAsync(form)) : SeeOther($"/admin/roles/{outcome.Value}");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) => await PageAsync(id, null) is { } page ? View("Role", page) : Refused(Refusal.NotFound);

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Save(int id, RoleForm form) => await AfterAsync(id, (await save.RunAsync(Viewer, form.Read(id), Cancel)).Refusal, form, $"/admin/roles/{id}");

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id) => await AfterAsync(id, await save.DeleteAsync(Viewer, id, Cancel), null, "/admin/roles");

    [HttpPost("{id:int}/undo/{line:long}")]
    public async Task<IActionResult> Undo(int id, long line) => await AfterAsync(id, await save.UndoAsync(Viewer, id, line, Cancel), null, $"/admin/roles/{id}");

    private async Task<IActionResult> AfterAsync(int id, Refusal? refusal, RoleForm? typed, string next)
    {
        if (refusal is null) return SeeOther(next);
        if (await PageAsync(id, typed) is not { } page) return Refused(Refusal.NotFound);
        // After a conflict the form has seen what is there now: sent again, it overwrites knowingly.
        if (refusal.Kind == RefusalKind.Conflict) page.Form.Version = page.Role.Version;
        return FormAgain(refusal, "Role", page);
    }

    private async Task<RolesPage> ListAsync(RoleForm form) => new(
        [.. (await db.AdminRoles.OrderBy(r => r.Id).Take(AdminRole.Most).Select(r => new { Role = r, Holders = db.Members.Count(m => m.AdminRoleId == r.Id) }).ToListAsync(Cancel)).Select(r => new RoleLine(r.Role, r.Holders))], form);

    private async Task<RolePage?> PageAsync(int id, RoleForm? typed)
    {
        if (await db.AdminRoles.SingleOrDefaultAsync(r => r.Id == id, Cancel) is not { } role) return null;
        var holders = await db.Members.Where(m => m.AdminRoleId == id).OrderBy(m => m.Id).Take(100).Select(m => new RoleHolder(m.Id, m.UserName!)).ToListAsync(Cancel);
        return new RolePage(role, holders, await save.HistoryAsync(role, Cancel), typed ?? RoleForm.Of(role));
    }
}

public sealed record RoleLine(AdminRole Role, int Holders);

public sealed record RolesPage(IReadOnlyList<RoleLine> Roles, RoleForm Form);

public sealed record RoleHolder(int Id, string Name);

public sealed record RolePage(AdminRole Role, IReadOnlyList<RoleHolder> Holders, IReadOnlyList<RoleChangeLine> History, RoleForm Form);

/// <summary>The fields of a role, as typed.</summary>
public sealed class RoleForm
{
    public string? Name { get; set; }
    public List<string>? Pages { get; set; }
    public int Version { get; set; }

    public static RoleForm Of(AdminRole role) => new() { Name = role.Name, Pages = [.. role.Pages.Split(',')], Version = role.Version };

    public RoleDraft Read(int? id) => new(id, Name ?? "", Pages ?? [], Version);
}
