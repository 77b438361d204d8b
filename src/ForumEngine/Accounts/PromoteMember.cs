using System.Text.Json;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Gives a member a role, from the command line.</summary>
public sealed class PromoteMember(ForumDb db, Viewers viewers)
{
    /// <summary>Roles by name, with their group.</summary>
    public static readonly IReadOnlyDictionary<string, int> Roles = new Dictionary<string, int>
    {
        ["administrator"] = Group.Administrators,
        ["supermoderator"] = Group.SuperModerators,
        ["moderator"] = Group.Moderators,
        ["member"] = Group.Newcomers,
    };

    public async Task<Refusal?> RunAsync(Viewer actor, string name, string role, CancellationToken cancel)
    {
        if (!Roles.TryGetValue(role, out var group)) return Refusal.Invalid("role", "ChoiceUnknown");
        var folded = MemberName.Fold(name);
        var member = await db.Members.SingleOrDefaultAsync(m => m.NormalizedUserName == folded, cancel);
        if (member is null) return Refusal.NotFound;
        await db.InTransactionAsync(async () =>
        {
            await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.GroupId, group), cancel);
            db.Log(actor, "member.promote", memberId: member.Id, details: JsonSerializer.Serialize(new { from = member.GroupId, to = group }));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(member.Id);
        return null;
    }
}
