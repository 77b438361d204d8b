using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>One cell of the rights matrix: group × board × action. No row means inherit.</summary>
public sealed class BoardCell
{
    public int BoardId { get; init; }
    public int GroupId { get; init; }
    public BoardRight Right { get; init; }
    public bool Allow { get; set; }
}
