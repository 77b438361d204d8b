using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>Appeals that wait, the oldest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record OpenAppealList(IReadOnlyList<OpenAppeal> Appeals, int? Next);

/// <summary>An appeal in the list. <paramref name="IsOwn"/>: the viewer issued the sanction, so that somebody else should decide.</summary>
public sealed record OpenAppeal(int Id, DateTime At, int MemberId, string MemberName, SanctionKind Kind, string Reason, string Message, bool IsOwn);

/// <summary>Appeals against sanctions that the viewer might have issued, in their boards; elsewhere there are none.</summary>
public sealed class AppealDesk(ForumDb db, BoardTrees trees)
{
    private const int PageSize = 20;

    public async Task<OpenAppealList> ReadAsync(Viewer who, int? after, CancellationToken cancel)
    {
        var open = await OpenAsync(who, cancel);
        if (after is { } id) open = open.Where(x => x.Appeal.Id > id);
        var found = await (from x in open
                           join m in db.Members on x.Sanction.MemberId equals m.Id
                           orderby x.Appeal.Id
                           select new OpenAppeal(x.Appeal.Id, x.Appeal.At, m.Id, m.UserName!, x.Sanction.Kind, x.Sanction.Reason, x.Appeal.Message, x.Sanction.IssuedById == who.MemberId))
            .Take(PageSize + 1).ToListAsync(cancel);
        return new OpenAppealList([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id : null);
    }

    /// <summary>How many wait, counted up to <paramref name="most"/>, and since when the oldest does.</summary>
    public async Task<(int Count, DateTime? Oldest)> WaitingAsync(Viewer who, int most, CancellationToken cancel)
    {
        var times = await (await OpenAsync(who, cancel)).OrderBy(x => x.Appeal.Id).Select(x => x.Appeal.At).Take(most).ToListAsync(cancel);
        return (times.Count, times.Count > 0 ? times[0] : null);
    }

    private async Task<IQueryable<Open>> OpenAsync(Viewer who, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var (muteAll, blockAll) = (who.May(StaffRight.MuteMembers), who.May(StaffRight.BlockMembers));
        int?[] mute = [.. tree.All.Where(b => who.May(StaffRight.MuteMembers, b)).Select(b => (int?)b.Id)];
        int?[] block = [.. tree.All.Where(b => who.May(StaffRight.BlockMembers, b)).Select(b => (int?)b.Id)];
        var isAdministrator = who.IsAdministrator;
        return from s in db.Sanctions
               join a in db.Appeals on s.Id equals a.SanctionId
               where s.Appeal == AppealState.Open && s.MemberId != who.MemberId && (s.Kind < SanctionKind.Block
                   ? (s.BoardId == null ? muteAll : mute.Contains(s.BoardId))
                   : (s.BoardId == null ? blockAll && (s.Kind != SanctionKind.Lock || isAdministrator) : block.Contains(s.BoardId)))
               select new Open { Sanction = s, Appeal = a };
    }

    private sealed class Open
    {
        public required Sanction Sanction { get; init; }
        public required Appeal Appeal { get; init; }
    }
}
