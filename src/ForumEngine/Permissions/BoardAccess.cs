using ForumEngine.Boards;

namespace ForumEngine.Permissions;

/// <summary>
/// Decides every board action; the first answer wins (architecture.md 4.1). Pure: the tree and the viewer are all it reads.
/// Fails closed: an unknown board or right is a no. Whoever wants to know why gives a list, which each rule writes what it said into:
/// the explainer and the enforcement are the same code.
/// </summary>
public static class BoardAccess
{
    public static bool May(this Viewer viewer, BoardRight right, BoardNode board) => Decide(viewer, right, board).Allowed;

    /// <summary>May know that it is there: who may view it, and who may not only for its own password or condition.</summary>
    public static bool MayKnow(this Viewer viewer, BoardNode board) =>
        Decide(viewer, BoardRight.View, board) is var seen && (seen.Allowed || (seen.By is DecidedBy.Password or DecidedBy.Condition && seen.BoardId == board.Id));

    public static Decision Decide(Viewer viewer, BoardRight right, BoardNode board, List<DecisionStep>? steps = null)
    {
        if (!viewer.Sanctions.IsEmpty)
        {
            var sanction = viewer.VisitingBarredBy(board.PathIds) ?? (right.Writes() ? viewer.WritingBarredBy(board.PathIds) : null);
            if (sanction is not null)
            {
                steps?.Add(new(DecidedBy.Sanction, right, false) { BoardId = sanction.BoardId, Sanction = sanction });
                return new(false, DecidedBy.Sanction) { BoardId = sanction.BoardId };
            }
        }
        steps?.Add(new(DecidedBy.Sanction, right, null));

        var archived = board.IsArchived && right.Writes();
        steps?.Add(new(DecidedBy.Archived, right, archived ? false : null) { BoardId = board.Id });
        if (archived) return new(false, DecidedBy.Archived) { BoardId = board.Id };

        steps?.Add(new(DecidedBy.Administrator, right, viewer.IsAdministrator ? true : null));
        if (viewer.IsAdministrator) return new(true, DecidedBy.Administrator);

        var decision = ByRules(viewer, right, board, steps);
        if (!decision.Allowed) return decision;
        if (right != BoardRight.View)
        {
            var view = ByRules(viewer, BoardRight.View, board, steps);
            if (!view.Allowed) return new(false, DecidedBy.NeedsView) { BoardId = view.BoardId };
        }
        return ByLocks(viewer, board, steps) ?? decision;
    }

    private static Decision ByRules(Viewer viewer, BoardRight right, BoardNode board, List<DecisionStep>? steps)
    {
        var closed = !board.IsOpenTo(viewer);
        steps?.Add(new(DecidedBy.Closed, right, closed ? false : null) { BoardId = board.Id });
        if (closed) return new(false, DecidedBy.Closed) { BoardId = board.Id };

        var exception = ExceptionFor(viewer, right, board);
        steps?.Add(new(DecidedBy.Exception, right, exception?.Allow) { BoardId = board.Id, Exception = exception });
        if (exception is not null) return new(exception.Allow, DecidedBy.Exception) { BoardId = board.Id };

        for (var at = board; at is not null; at = at.Parent)
        {
            var (cell, group) = Cells(viewer, right, at);
            var rule = at == board ? DecidedBy.Cell : DecidedBy.Ancestor;
            steps?.Add(new(rule, right, cell) { BoardId = at.Id, GroupId = group });
            if (cell is { } answer) return new(answer, rule) { BoardId = at.Id, GroupId = group };
        }
        var has = Array.IndexOf(Known, right) is >= 0 and var known && viewer.Rights.GetValueOrDefault(Names[known]) > 0;
        steps?.Add(new(DecidedBy.GroupDefault, right, has));
        return new(has, DecidedBy.GroupDefault);
    }

    /// <summary>Passwords and conditions of the board and of all above it; its staff needs none.</summary>
    private static Decision? ByLocks(Viewer viewer, BoardNode board, List<DecisionStep>? steps)
    {
        for (var at = board; at is not null; at = at.Parent)
        {
            if (at.Lock is not { } held) continue;
            DecidedBy? by = viewer.IsStaff(at) ? null : held.AsksMore(viewer) ? DecidedBy.Condition : held.AsksPassword(viewer) ? DecidedBy.Password : null;
            steps?.Add(new(by ?? (held.Key is null ? DecidedBy.Condition : DecidedBy.Password), BoardRight.View, by is null ? null : false) { BoardId = at.Id });
            if (by is { } rule) return new(false, rule) { BoardId = at.Id };
        }
        return null;
    }

    private static BoardException? ExceptionFor(Viewer viewer, BoardRight right, BoardNode board)
    {
        foreach (var x in viewer.Exceptions)
            if (x.BoardId == board.Id && x.Right == right && (x.ExpiresAt is null || x.ExpiresAt > viewer.Now)) return x;
        return null;
    }

    /// <summary>The cells of all the viewer's groups at this board: any allow is a yes, else any deny is a no.</summary>
    private static (bool? Answer, int? Group) Cells(Viewer viewer, BoardRight right, BoardNode board)
    {
        if (!board.HasCells) return default;
        (bool?, int?) answer = default;
        foreach (var group in viewer.GroupIds)
        {
            if (board.CellFor(group, right) is not { } allow) continue;
            if (allow) return (true, group);
            answer = (false, group);
        }
        return answer;
    }

    /// <summary>True when the viewer's staff rights hold in this board.</summary>
    public static bool IsStaff(this Viewer viewer, BoardNode board) => viewer.Rank switch
    {
        >= Rank.SuperModerator => true,
        Rank.Moderator => viewer.MemberId is { } id && board.IsModeratedBy(id),
        _ => false,
    };

    public static bool May(this Viewer viewer, StaffRight right, BoardNode board) => Decide(viewer, right, board).Allowed;

    /// <summary>The same with the rule that decided: a sanction, where the viewer is staff, or what their groups have.</summary>
    public static Decision Decide(Viewer viewer, StaffRight right, BoardNode board) =>
        viewer.VisitingBarredBy(board.PathIds) is { } sanction ? new(false, DecidedBy.Sanction) { BoardId = sanction.BoardId }
        : !viewer.IsStaff(board) ? new(false, DecidedBy.StaffRank) { BoardId = board.Id }
        : viewer.IsAdministrator ? new(true, DecidedBy.Administrator)
        : new(viewer.Level(right) > 0, DecidedBy.GroupDefault);

    /// <summary>Site-wide: for acts that belong to no board.</summary>
    public static bool May(this Viewer viewer, StaffRight right) =>
        viewer.VisitingBarredBy() is null && viewer.Rank >= Rank.SuperModerator && viewer.Level(right) > 0;

    private static readonly BoardRight[] Known = Enum.GetValues<BoardRight>();
    private static readonly string[] Names = Enum.GetNames<BoardRight>();

    private static bool Writes(this BoardRight right) =>
        right is BoardRight.PostThread or BoardRight.Reply or BoardRight.UploadImages or BoardRight.UploadFiles;
}
