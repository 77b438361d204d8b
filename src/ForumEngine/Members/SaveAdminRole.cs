using System.Text.Encodings.Web;
using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Members;

/// <summary>A role as its form carries it; <paramref name="Version"/> is what the form showed.</summary>
public sealed record RoleDraft(int? Id, string Name, IReadOnlyList<string> Pages, int Version);

/// <summary>A state of a role as the log keeps it.</summary>
public sealed record RoleState(string Name, string Pages);

internal sealed record RoleChange(int Id, RoleState? From, RoleState? To)
{
    public static readonly JsonSerializerOptions AsJson = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>A line of a role's history; <see cref="Stands"/>: the role still is what this change made of it, so that it can be taken back.</summary>
public sealed record RoleChangeLine(long Id, DateTime At, string Who, RoleState? From, RoleState? To, bool Stands);

/// <summary>Founders make, change and delete roles of administrators, and take changes back; each is a line of the log.</summary>
public sealed class SaveAdminRole(ForumDb db, Viewers viewers)
{
    internal const string Act = "adminrole.change";
    private const int Lines = 20;

    /// <summary>Answers the role's id. <c>RoleChanged</c> is a conflict: somebody else changed it meanwhile.</summary>
    public async Task<Outcome<int>> RunAsync(Viewer who, RoleDraft draft, CancellationToken cancel)
    {
        if (!who.MayOpen(AdminPage.Roles)) return Refusal.NotFound;
        var name = draft.Name.Trim();
        if (name.Length is 0 or > AdminRole.NameLength) return Refusal.Invalid("Name", "RoleName", AdminRole.NameLength);
        var to = new RoleState(name, AdminRole.Join(draft.Pages));
        if (draft.Id is null && await db.AdminRoles.CountAsync(cancel) >= AdminRole.Most) return Refusal.Invalid("Name", "TooManyRoles", AdminRole.Most);
        var saved = await db.InTransactionAsync<Outcome<int>>(async () =>
        {
            if (draft.Id is not { } id)
            {
                var made = new AdminRole { Name = to.Name, Pages = to.Pages };
                db.AdminRoles.Add(made);
                await db.SaveChangesAsync(cancel);
                await LogAsync(who, made.Id, null, to, cancel);
                return made.Id;
            }
            if (await db.AdminRoles.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } role) return Refusal.NotFound;
            var from = new RoleState(role.Name, role.Pages);
            if (role.Version != draft.Version || (from != to && !await WriteAsync(role, to, cancel))) return new Refusal(RefusalKind.Conflict, "RoleChanged");
            if (from != to) await LogAsync(who, id, from, to, cancel);
            return id;
        }, cancel);
        if (draft.Id is { } changed)
            foreach (var holder in await db.Members.Where(m => m.AdminRoleId == changed).Select(m => m.Id).ToListAsync(cancel)) viewers.Forget(holder);
        return saved;
    }

    /// <summary>Refused while somebody has it (<c>RoleInUse</c>): without it they would open everything.</summary>
    public Task<Refusal?> DeleteAsync(Viewer who, int id, CancellationToken cancel) => !who.MayOpen(AdminPage.Roles) ? Task.FromResult<Refusal?>(Refusal.NotFound) : db.InTransactionAsync<Refusal?>(async () =>
    {
        if (await db.AdminRoles.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } role) return Refusal.NotFound;
        if (await db.Members.AnyAsync(m => m.AdminRoleId == id, cancel)) return Refusal.Invalid("", "RoleInUse");
        await db.AdminRoles.Where(r => r.Id == id).ExecuteDeleteAsync(cancel);
        await LogAsync(who, id, new RoleState(role.Name, role.Pages), null, cancel);
        return null;
    }, cancel);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RoleChangeLine>> HistoryAsync(AdminRole role, CancellationToken cancel)
    {
        var rows = await db.StaffActs.Where(a => a.Act == Act && a.Details!.StartsWith($"{{\"id\":{role.Id},")).OrderByDescending(a => a.Id).Take(Lines).ToListAsync(cancel);
        return [.. rows.Select(a => (Row: a, Was: Read(a))).Select(l => new RoleChangeLine(l.Row.Id, l.Row.At, l.Row.ActorName, l.Was.From, l.Was.To, l.Was.From is not null && l.Was.To == new RoleState(role.Name, role.Pages)))];
    }

    /// <summary>Makes the role again what it was before that line; a conflict (<c>RoleChanged</c>) where it was changed since.</summary>
    public async Task<Refusal?> UndoAsync(Viewer who, int id, long line, CancellationToken cancel)
    {
        if (!who.MayOpen(AdminPage.Roles) || await db.StaffActs.SingleOrDefaultAsync(a => a.Id == line && a.Act == Act, cancel) is not { } act) return Refusal.NotFound;
        if (Read(act) is not { From: { } from } was || was.Id != id || await db.AdminRoles.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } role) return Refusal.NotFound;
        if (was.To != new RoleState(role.Name, role.Pages)) return new Refusal(RefusalKind.Conflict, "RoleChanged");
        return (await RunAsync(who, new RoleDraft(id, from.Name, from.Pages.Split(','), role.Version), cancel)).Refusal;
    }

    private async Task<bool> WriteAsync(AdminRole role, RoleState to, CancellationToken cancel) =>
        await db.AdminRoles.Where(r => r.Id == role.Id && r.Version == role.Version).ExecuteUpdateAsync(r => r
            .SetProperty(x => x.Name, to.Name).SetProperty(x => x.Pages, to.Pages).SetProperty(x => x.Version, x => x.Version + 1), cancel) == 1;

    private async Task LogAsync(Viewer who, int id, RoleState? from, RoleState? to, CancellationToken cancel)
    {
        db.Log(who, Act, details: JsonSerializer.Serialize(new RoleChange(id, from, to), RoleChange.AsJson));
        await db.SaveChangesAsync(cancel);
    }

    private static RoleChange Read(StaffAct act) => JsonSerializer.Deserialize<RoleChange>(act.Details!, RoleChange.AsJson)!;
}
