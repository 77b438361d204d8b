using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>Whether somebody besides its issuer might have issued a sanction, and so may decide on its appeal.</summary>
public sealed class StaffWhoMay(ForumDb db, BoardTrees trees, GroupSets groups, Viewers viewers)
{
    /// <summary><paramref name="rank"/> is the sanctioned member's. Founders are asked first; a site has some dozens of staff at most.</summary>
    public async Task<bool> AnyAsync(Sanction sanction, Rank rank, CancellationToken cancel)
    {
        var board = sanction.BoardId is { } id ? (await trees.CurrentAsync(cancel)).Find(id) : null;
        if (sanction.BoardId is not null && board is null) return false;
        var staff = (await groups.CurrentAsync(cancel)).All.Where(g => g.Rank > Rank.Member).Select(g => g.Id).ToList();
        var ids = await db.Members.Where(m => m.Id != sanction.IssuedById && m.Id != sanction.MemberId)
            .Where(m => m.IsFounder || staff.Contains(m.GroupId) || db.MemberGroups.Any(g => g.MemberId == m.Id && staff.Contains(g.GroupId)))
            .OrderByDescending(m => m.IsFounder).ThenBy(m => m.Id).Select(m => m.Id).Take(200).ToListAsync(cancel);
        foreach (var member in ids)
        {
            var viewer = await viewers.ForAsync(member, null, 0, cancel);
            if (viewer.VisitingBarredBy() is null && SanctionRules.Check(viewer, sanction.Kind, board, sanction.MemberId, rank) is null) return true;
        }
        return false;
    }
}
