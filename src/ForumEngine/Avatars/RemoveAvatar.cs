using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Avatars;

/// <summary>Back to the generated avatar: one's own, or another member's by staff who may edit members, with a line in the log.</summary>
public sealed class RemoveAvatar(ForumDb db, Ranks ranks, FileStore store, Viewers viewers)
{
    private sealed record Target(string Name, int Version);

    /// <summary>The same for the page's button: whether this viewer may take down that member's avatar.</summary>
    public static Refusal? WhyNot(Viewer who, int memberId, Rank rank)
    {
        if (who.Is(memberId)) return null;
        if (!who.May(StaffRight.EditMembers)) return Refusal.NotFound;
        return who.Rank > rank ? null : Refusal.Forbidden("EqualRank");
    }

    public async Task<Refusal?> RunAsync(Viewer who, int memberId, string? reason, CancellationToken cancel)
    {
        var target = await db.Members.Where(m => m.Id == memberId).Select(m => new Target(m.UserName!, m.AvatarVersion)).SingleOrDefaultAsync(cancel);
        if (target is null) return Refusal.NotFound;
        if (WhyNot(who, memberId, await ranks.OfAsync(memberId, cancel)) is { } refused) return refused;
        if (target.Version == 0) return null;
        await db.InTransactionAsync(async () =>
        {
            await db.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.AvatarVersion, 0), cancel);
            if (!who.Is(memberId)) db.Log(who, "member.avatar", Posts.PostText.CleanTitle(reason), memberId: memberId);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(memberId);
        store.Delete(AvatarFiles.Name(memberId, target.Version));
        return null;
    }
}
