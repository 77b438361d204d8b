using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>What a board may be called and where it may stand: category, board, sub-board, and no deeper (features.md A2).</summary>
public static class BoardRules
{
    public const int RulesLength = 4000;
    public const int MaxTypes = 50;

    /// <summary>As the setting of that name keeps it.</summary>
    public static string Tidy(string key, string? typed) => BoardSettings.Find(key)!.Tidy(typed);

    public static Refusal? CheckTexts(string name, string description) =>
        BoardSettings.Find("Name")!.Check(name) ?? BoardSettings.Find("Description")!.Check(description);

    /// <summary>What a board becomes below this parent; null when nothing may stand there.</summary>
    public static BoardKind? KindBelow(BoardNode? parent) => parent?.Kind switch
    {
        null => BoardKind.Category,
        BoardKind.Category => BoardKind.Board,
        BoardKind.Board => BoardKind.SubBoard,
        _ => null,
    };

    /// <summary>A board takes those below it along, so the deepest of them must still have a place; threads can't be in a category.</summary>
    public static Refusal? CheckMove(BoardNode board, BoardNode? parent, bool hasThreads)
    {
        if (parent is not null && parent.PathIds.Contains(board.Id)) return Refusal.Invalid("ParentId", "BoardBelowItself");
        if (KindBelow(parent) is not { } kind || (int)kind + Depth(board) > (int)BoardKind.SubBoard) return Refusal.Invalid("ParentId", "BoardTooDeep");
        return kind == BoardKind.Category && hasThreads ? Refusal.Invalid("ParentId", "CategoryHasThreads") : null;
    }

    /// <summary>Levels below this board.</summary>
    private static int Depth(BoardNode board) => board.Children.Count == 0 ? 0 : 1 + board.Children.Max(Depth);
}
