using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;

namespace ForumEngine.Groups;

/// <summary>An administrator looks at the site as a group; that it was begun is logged.</summary>
public sealed class BeginSimulation(ForumDb db, GroupSets groups)
{
    /// <summary>Never a group above one's own rank.</summary>
    public static Refusal? WhyNot(Viewer who, Group? group) =>
        !who.IsAdministrator || group is null || Group.IsReserved(group.Id) ? Refusal.NotFound : group.Rank > who.Rank ? Refusal.Forbidden("EqualRank") : null;

    public async Task<Refusal?> RunAsync(Viewer who, int groupId, CancellationToken cancel)
    {
        if (WhyNot(who, (await groups.CurrentAsync(cancel)).Find(groupId)) is { } refused) return refused;
        db.Log(who, "group.simulate", details: Boards.BoardLog.Json(new { id = groupId }));
        await db.SaveChangesAsync(cancel);
        return null;
    }
}
