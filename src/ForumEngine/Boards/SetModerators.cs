using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>
/// Says who moderates a board, by name, in the order given. An ordinary member comes into the moderators' group with the first
/// board and leaves it with the last.
/// </summary>
public sealed class SetModerators(ForumDb db, GroupSets groups, Versions versions, Viewers viewers)
{
    /// <summary>Refuses with <c>ModeratorUnknown</c> and the name.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, IReadOnlyList<string> names, CancellationToken cancel)
    {
        if (!who.IsAdministrator || !await db.Boards.AnyAsync(b => b.Id == boardId, cancel)) return Refusal.NotFound;
        var wanted = new List<Member>();
        foreach (var name in names.Select(n => n.Trim()).Where(n => n.Length > 0))
        {
            var folded = MemberName.Fold(name);
            if (await db.Members.SingleOrDefaultAsync(m => m.NormalizedUserName == folded, cancel) is not { } member)
                return Refusal.Invalid("Moderators", "ModeratorUnknown", name);
            if (wanted.All(m => m.Id != member.Id)) wanted.Add(member);
        }
        var set = await groups.CurrentAsync(cancel);
        var touched = await db.InTransactionAsync(() => SetAsync(who, boardId, wanted, set, cancel), cancel);
        versions.Forget();
        foreach (var id in touched) viewers.Forget(id);
        return null;
    }

    private async Task<List<int>> SetAsync(Viewer who, int boardId, List<Member> wanted, GroupSet set, CancellationToken cancel)
    {
        var before = await db.BoardModerators.Where(m => m.BoardId == boardId).Select(m => m.MemberId).ToListAsync(cancel);
        var ids = wanted.ConvertAll(m => m.Id);
        await db.BoardModerators.Where(m => m.BoardId == boardId).ExecuteDeleteAsync(cancel);
        db.BoardModerators.AddRange(ids.Select((id, i) => new BoardModerator { BoardId = boardId, MemberId = id, Position = i + 1 }));
        foreach (var member in wanted.ExceptBy(before, m => m.Id)) db.Log(who, "board.moderator.add", boardId: boardId, memberId: member.Id);
        foreach (var id in before.Except(ids)) db.Log(who, "board.moderator.remove", boardId: boardId, memberId: id);
        await db.SaveChangesAsync(cancel);

        foreach (var member in wanted.Where(m => set.RankOf([m.GroupId]) == Rank.Member))
            await MoveToAsync(member.Id, member.GroupId, Group.Moderators, cancel);
        foreach (var id in before.Except(ids))
            if (!await db.BoardModerators.AnyAsync(m => m.MemberId == id, cancel)) await MoveToAsync(id, Group.Moderators, Group.Newcomers, cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
        return [.. before.Union(ids)];
    }

    /// <summary>Only who is still in the one group comes into the other: a super moderator who loses a board stays one.</summary>
    private Task<int> MoveToAsync(int memberId, int from, int to, CancellationToken cancel) =>
        db.Members.Where(m => m.Id == memberId && m.GroupId == from).ExecuteUpdateAsync(m => m.SetProperty(x => x.GroupId, to), cancel);
}
