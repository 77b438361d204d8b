using ForumEngine.Groups;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Permissions;

/// <summary>The rank of somebody who is acted upon.</summary>
public sealed class Ranks(ForumDb db, GroupSets groups, TimeProvider clock)
{
    /// <summary>Of a member who is gone: an ordinary member's.</summary>
    public async Task<Rank> OfAsync(int? memberId, CancellationToken cancel)
    {
        if (memberId is not { } id) return Rank.Member;
        var now = clock.Now();
        var found = await db.Members.Where(m => m.Id == id).Select(m => new
        {
            m.IsFounder,
            m.GroupId,
            Further = db.MemberGroups.Where(g => g.MemberId == m.Id && (g.ExpiresAt == null || g.ExpiresAt > now)).Select(g => g.GroupId).ToList(),
        }).SingleOrDefaultAsync(cancel);
        if (found is null) return Rank.Member;
        return found.IsFounder ? Rank.Founder : (await groups.CurrentAsync(cancel)).RankOf([found.GroupId, .. found.Further]);
    }
}
