using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>Appeals on the desk: those against sanctions that the viewer might have issued, in their boards, the oldest first.</summary>
public sealed class AppealsBox(ForumDb db, BoardTrees trees) : IDeskBox
{
    private const int TitleLength = 120;

    public string Key => "appeals";
    public int Order => 20;

    public async Task<BoxCount?> CountAsync(Viewer who, BoxScope scope, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        if (!SanctionRules.KindsFor(who).Any() || (who.Rank < Rank.SuperModerator && !SanctionRules.BoardsFor(who, tree).Any())) return null;
        var times = await Appeals(who, tree, scope).Where(x => x.Sanction.Appeal == AppealState.Open)
            .OrderBy(x => x.Appeal.At).Select(x => x.Appeal.At).Take(BoxCount.Most).ToListAsync(cancel);
        return new BoxCount(times.Count, times.Count > 0 ? times[0] : null);
    }

    /// <summary>Nobody takes an appeal, so "mine" is empty.</summary>
    public async Task<IReadOnlyList<BoxLine>> ReadAsync(Viewer who, BoxQuery query, CancellationToken cancel)
    {
        if (query.Show == BoxShow.Mine) return [];
        var tree = await trees.CurrentAsync(cancel);
        var done = query.Show == BoxShow.Done;
        var rows = await Page(Appeals(who, tree, query.Scope), query, done)
            .Join(db.Members, x => x.Sanction.MemberId, m => m.Id, (x, m) => new { x.Appeal, x.Sanction, Name = m.UserName!, m.JoinedAt })
            .Where(x => query.Search.Length == 0 || x.Name.Contains(query.Search) || x.Appeal.Message.Contains(query.Search))
            .OrderBy(x => done ? 0 : x.Appeal.Id).ThenByDescending(x => done ? x.Appeal.DecidedAt : null).ThenByDescending(x => x.Appeal.Id)
            .Take(query.Take + 1).ToListAsync(cancel);
        return rows.ConvertAll(x => LineOf(who, x.Appeal, x.Sanction, x.Name, x.JoinedAt, tree, done));
    }

    private static IQueryable<Found> Page(IQueryable<Found> appeals, BoxQuery query, bool done)
    {
        appeals = done ? appeals.Where(x => x.Appeal.DecidedAt != null) : appeals.Where(x => x.Sanction.Appeal == AppealState.Open);
        if (BoxCursor.Read(query.After) is not { } after) return appeals;
        var (at, id) = ((DateTime?)after.At, after.Id);
        return done ? appeals.Where(x => x.Appeal.DecidedAt < at || (x.Appeal.DecidedAt == at && x.Appeal.Id < id)) : appeals.Where(x => x.Appeal.Id > id);
    }

    private static BoxLine LineOf(Viewer who, Appeal appeal, Sanction sanction, string name, DateTime joined, BoardTree tree, bool done)
    {
        var sort = done ? appeal.DecidedAt!.Value : appeal.At;
        var title = appeal.Message.ReplaceLineEndings(" ");
        return new BoxLine(BoxLineKind.Appeal, title.Length > TitleLength ? title[..TitleLength] + "…" : title,
            string.Create(CultureInfo.InvariantCulture, $"/desk/appeals/{appeal.Id}"), appeal.At, sort, new BoxCursor(sort, appeal.Id).ToString())
        {
            SubKey = $"Line_Appeal_{sanction.Kind}",
            SubArguments = [sanction.Reason],
            By = name,
            Board = tree.Find(sanction.BoardId ?? 0)?.Name ?? "",
            Joined = joined,
            MarkKey = done ? $"Line_Appeal{sanction.Appeal}" : who.Is(sanction.IssuedById) ? "Line_OwnSanction" : "",
            MarkArguments = [appeal.DecidedByName],
        };
    }

    private IQueryable<Found> Appeals(Viewer who, BoardTree tree, BoxScope scope)
    {
        var everywhere = scope.Boards is null;
        var (muteAll, blockAll, isAdministrator) = (everywhere && who.May(StaffRight.MuteMembers), everywhere && who.May(StaffRight.BlockMembers), who.IsAdministrator);
        int?[] mute = [.. tree.All.Where(b => scope.Holds(b.Id) && who.May(StaffRight.MuteMembers, b)).Select(b => (int?)b.Id)];
        int?[] block = [.. tree.All.Where(b => scope.Holds(b.Id) && who.May(StaffRight.BlockMembers, b)).Select(b => (int?)b.Id)];
        return from s in db.Sanctions
               join a in db.Appeals on s.Id equals a.SanctionId
               where s.MemberId != who.MemberId && (s.Kind < SanctionKind.Block
                   ? (s.BoardId == null ? muteAll : mute.Contains(s.BoardId))
                   : (s.BoardId == null ? blockAll && (s.Kind != SanctionKind.Lock || isAdministrator) : block.Contains(s.BoardId)))
               select new Found { Sanction = s, Appeal = a };
    }

    private sealed class Found
    {
        public required Sanction Sanction { get; init; }
        public required Appeal Appeal { get; init; }
    }
}
