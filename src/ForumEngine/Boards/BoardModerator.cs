namespace ForumEngine.Boards;

public sealed class BoardModerator
{
    public int BoardId { get; init; }
    public int MemberId { get; init; }
    public int Position { get; set; }
}
