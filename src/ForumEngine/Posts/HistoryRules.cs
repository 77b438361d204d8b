using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Posts;

/// <summary>Who sees what was changed in a post. Pure.</summary>
public static class HistoryRules
{
    /// <summary>Its author and the board's staff, and with the setting everybody who may read it.</summary>
    public static bool May(Viewer viewer, BoardNode board, int? authorId, bool isPublic) => isPublic || SeesSource(viewer, board, authorId);

    /// <summary>As it was typed, with what is hidden; others compare the words that all may read.</summary>
    public static bool SeesSource(Viewer viewer, BoardNode board, int? authorId) => viewer.Is(authorId) || viewer.IsStaff(board);
}
