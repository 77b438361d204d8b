using ForumEngine.Permissions;
using ForumEngine.Statistics;

namespace ForumEngine.Boards;

/// <summary>Adds up the board rows of the index and of a board with sub-boards. Pure.</summary>
public sealed class BoardRows(Viewer viewer, IReadOnlyDictionary<int, BoardStats> stats, MemberVisits? visits, TimeZoneInfo siteZone)
{
    private readonly DateOnly today = viewer.Now.DayIn(siteZone);

    public BoardRow Of(BoardNode board)
    {
        var below = board.SelfAndBelow.Where(b => viewer.May(BoardRight.View, b)).ToList();
        var rows = below.Select(b => stats.GetValueOrDefault(b.Id)).OfType<BoardStats>().ToList();
        var last = rows.Where(s => s.LastPostAt is not null).MaxBy(s => s.LastPostAt);
        return new BoardRow(board.Id, board.Name, board.Icon, board.Description, board.Moderators,
            [.. (board.ShowsSubBoards && viewer.May(BoardRight.View, board) ? Nearest(board, viewer) : []).Select(b => new BoardLink(b.Id, b.Name))],
            rows.Sum(s => s.Threads), rows.Sum(s => s.Posts), rows.Sum(s => s.Today == today ? s.PostsToday : 0),
            last is null ? null : new BoardLast(last.LastThreadId!.Value, last.LastTitle!, last.LastAuthorId, last.LastAuthorName!, last.LastPostAt!.Value),
            visits is not null && rows.Any(s => s.LastPostAt > visits.NewSince(s.BoardId)), board.IsHidden)
        {
            IsLocked = !viewer.May(BoardRight.View, board),
            IsArchived = board.IsArchived,
            LeadsElsewhere = board.RedirectUrl.Length > 0,
            NameColour = board.NameColour,
        };
    }

    /// <summary>Children as this viewer sees them: a visible child of a hidden parent is shown under the nearest visible ancestor.</summary>
    public static IEnumerable<BoardNode> Nearest(BoardNode board, Viewer viewer) => board.Children.SelectMany(child =>
        viewer.MayKnow(child) ? [child] : Nearest(child, viewer));
}
