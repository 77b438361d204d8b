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
    /// <summary>
    /// Refuses with <c>ModeratorUnknown</c> and the name; where others than <paramref name="seen"/> (ids in their order; null overwrites) moderate
    /// it by now, with <c>BoardChangedMeanwhile</c>, a conflict.
    /// </summary>
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, IReadOnlyList<string> names, CancellationToken cancel, IReadOnlyList<int>? seen = null)
    {
        if (!who.IsAdministrator || await NameOfAsync(boardId, cancel) is not { } board) return Refusal.NotFound;
        var wanted = new List<Member>();
        foreach (var name in names.Select(n => n.Trim()).Where(n => n.Length > 0))
        {
            var folded = MemberName.Fold(name);
            if (await db.Members.SingleOrDefaultAsync(m => m.NormalizedUserName == folded, cancel) is not { } member)
                return Refusal.Invalid("Moderators", "ModeratorUnknown", name);
            if (wanted.All(m => m.Id != member.Id)) wanted.Add(member);
        }
        return await SaveAsync(who, boardId, wanted, seen, cancel) ? null : new Refusal(RefusalKind.Conflict, "BoardChangedMeanwhile", board);
    }

    /// <summary>Puts those back who moderated it before a change; who is gone stays away.</summary>
    internal async Task<Refusal?> RestoreAsync(Viewer who, int boardId, IReadOnlyList<int> ids, CancellationToken cancel)
    {
        if (!who.IsAdministrator || await NameOfAsync(boardId, cancel) is null) return Refusal.NotFound;
        var members = await db.Members.Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        await SaveAsync(who, boardId, [.. members.OrderBy(m => ids.ToList().IndexOf(m.Id))], null, cancel);
        return null;
    }

    private Task<string?> NameOfAsync(int boardId, CancellationToken cancel) => db.Boards.Where(b => b.Id == boardId).Select(b => b.Name).SingleOrDefaultAsync(cancel);

    /// <summary>False: nothing is changed, since others moderate it than was seen.</summary>
    private async Task<bool> SaveAsync(Viewer who, int boardId, List<Member> wanted, IReadOnlyList<int>? seen, CancellationToken cancel)
    {
        var set = await groups.CurrentAsync(cancel);
        var touched = await db.InTransactionAsync(() => SetAsync(who, boardId, wanted, seen, set, cancel), cancel);
        versions.Forget();
        foreach (var id in touched ?? []) viewers.Forget(id);
        return touched is not null;
    }

    private async Task<List<int>?> SetAsync(Viewer who, int boardId, List<Member> wanted, IReadOnlyList<int>? seen, GroupSet set, CancellationToken cancel)
    {
        // Two who save at once come one after the other.
        await db.Boards.Where(b => b.Id == boardId).ExecuteUpdateAsync(b => b.SetProperty(x => x.Position, x => x.Position), cancel);
        var named = await db.BoardModerators.Where(m => m.BoardId == boardId).OrderBy(m => m.Position)
            .Join(db.Members, m => m.MemberId, m => m.Id, (_, m) => new ModeratorName(m.Id, m.UserName!)).ToListAsync(cancel);
        var before = named.ConvertAll(m => m.Id);
        if (seen is not null && !before.SequenceEqual(seen)) return null;
        if (before.SequenceEqual(wanted.Select(m => m.Id))) return [];
        var ids = wanted.ConvertAll(m => m.Id);
        await db.BoardModerators.Where(m => m.BoardId == boardId).ExecuteDeleteAsync(cancel);
        db.BoardModerators.AddRange(ids.Select((id, i) => new BoardModerator { BoardId = boardId, MemberId = id, Position = i + 1 }));
        db.Log(who, BoardHistory.Moderators, boardId: boardId, details: BoardLog.Json(new { from = named, to = wanted.Select(m => new ModeratorName(m.Id, m.UserName!)) }));
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
