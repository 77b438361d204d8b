using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Members;

/// <summary>Founders say which pages of /admin an administrator may open; null is all. Founders themselves are never limited.</summary>
public sealed class GiveAdminRole(ForumDb db, Ranks ranks, Viewers viewers)
{
    /// <summary><paramref name="seen"/> is the role that the form showed; another one now is a conflict (<c>MemberChanged</c>).</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int memberId, int? roleId, int? seen, CancellationToken cancel)
    {
        if (!who.MayOpen(AdminPage.Roles)) return Refusal.NotFound;
        // Taken off whoever has one: it may be left from when they were an administrator.
        if (roleId is not null && await ranks.OfAsync(memberId, cancel) != Rank.Administrator) return Refusal.Invalid("RoleId", "RoleForAdministrators");
        if (roleId is { } id && !await db.AdminRoles.AnyAsync(r => r.Id == id, cancel)) return Refusal.Invalid("RoleId", "NoSuchChoice");
        var refused = await db.InTransactionAsync<Refusal?>(async () =>
        {
            if (await db.Members.Where(m => m.Id == memberId && m.AdminRoleId == seen).ExecuteUpdateAsync(m => m.SetProperty(x => x.AdminRoleId, roleId), cancel) == 0)
                return new Refusal(RefusalKind.Conflict, "MemberChanged");
            if (seen != roleId) db.Log(who, "member.adminrole", memberId: memberId, details: JsonSerializer.Serialize(new { from = seen, to = roleId }));
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
        viewers.Forget(memberId);
        return refused;
    }
}
