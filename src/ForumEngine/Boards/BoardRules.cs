using System.Text.RegularExpressions;
using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>What a board may be called and where it may stand: category, board, sub-board, and no deeper (features.md A2).</summary>
public static partial class BoardRules
{
    public const int RulesLength = 4000;
    public const int MaxTypes = 50;

    public static Refusal? Check(BoardDraft draft) => draft switch
    {
        { Name.Length: 0 or > Board.NameLength } => Refusal.Invalid("Name", "BoardNameLength", Board.NameLength),
        { Slug.Length: > Board.NameLength } => Refusal.Invalid("Slug", "BoardSlug"),
        { Slug: { Length: > 0 } slug } when !SlugPattern().IsMatch(slug) => Refusal.Invalid("Slug", "BoardSlug"),
        { Description.Length: > Board.DescriptionLength } => Refusal.Invalid("Description", "TextTooLong", Board.DescriptionLength),
        { Icon.Length: > 200 } => Refusal.Invalid("Icon", "TextTooLong", 200),
        { Rules.Length: > RulesLength } => Refusal.Invalid("Rules", "TextTooLong", RulesLength),
        _ => null,
    };

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

    // A number would be taken for an id.
    [GeneratedRegex("^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugPattern();
}
