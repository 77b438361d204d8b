using ForumEngine.Boards;

namespace ForumEngine.Permissions;

/// <summary>Which rule decided, for the explainer and for the refusal's text.</summary>
public enum DecidedBy
{
    Sanction, Administrator, Exception, Cell, Ancestor, GroupDefault, NeedsView, Closed,
}

/// <summary>The answer to "may this viewer do this here", with the rule that gave it.</summary>
public readonly record struct Decision(bool Allowed, DecidedBy By);

/// <summary>
/// Decides every board action; the first answer wins (architecture.md 4.1). Pure: the tree and the viewer are all it reads.
/// Fails closed: an unknown board or right is a no.
/// </summary>
public static class BoardAccess
{
    public static bool May(this Viewer viewer, BoardRight right, BoardNode board) => Decide(viewer, right, board).Allowed;

    public static Decision Decide(Viewer viewer, BoardRight right, BoardNode board)
    {
        if (viewer.VisitingBarredBy(board.PathIds) is not null) return new(false, DecidedBy.Sanction);
        if (right.Writes() && viewer.WritingBarredBy(board.PathIds) is not null) return new(false, DecidedBy.Sanction);
        if (viewer.IsAdministrator) return new(true, DecidedBy.Administrator);

        var decision = WithoutView(viewer, right, board);
        if (!decision.Allowed || right == BoardRight.View) return decision;
        return WithoutView(viewer, BoardRight.View, board).Allowed ? decision : new(false, DecidedBy.NeedsView);
    }

    private static Decision WithoutView(Viewer viewer, BoardRight right, BoardNode board)
    {
        if (!board.IsOpenTo(viewer)) return new(false, DecidedBy.Closed);
        if (ExceptionFor(viewer, right, board) is { } exception) return new(exception, DecidedBy.Exception);
        for (var at = board; at is not null; at = at.Parent)
            if (Cells(viewer, right, at) is { } cell) return new(cell, at == board ? DecidedBy.Cell : DecidedBy.Ancestor);
        return new(viewer.Rights.GetValueOrDefault(right.ToString()) > 0, DecidedBy.GroupDefault);
    }

    private static bool? ExceptionFor(Viewer viewer, BoardRight right, BoardNode board)
    {
        foreach (var x in viewer.Exceptions)
            if (x.BoardId == board.Id && x.Right == right && (x.ExpiresAt is null || x.ExpiresAt > viewer.Now)) return x.Allow;
        return null;
    }

    /// <summary>The cells of all the viewer's groups at this board: any allow is a yes, else any deny is a no.</summary>
    private static bool? Cells(Viewer viewer, BoardRight right, BoardNode board)
    {
        bool? answer = null;
        foreach (var group in viewer.GroupIds)
        {
            if (board.CellFor(group, right) is not { } allow) continue;
            if (allow) return true;
            answer = false;
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

    public static bool May(this Viewer viewer, StaffRight right, BoardNode board) =>
        viewer.VisitingBarredBy(board.PathIds) is null && viewer.IsStaff(board) && viewer.Level(right) > 0;

    /// <summary>Site-wide: for acts that belong to no board.</summary>
    public static bool May(this Viewer viewer, StaffRight right) =>
        viewer.VisitingBarredBy() is null && viewer.Rank >= Rank.SuperModerator && viewer.Level(right) > 0;

    private static bool Writes(this BoardRight right) =>
        right is BoardRight.PostThread or BoardRight.Reply or BoardRight.UploadImages or BoardRight.UploadFiles;
}
