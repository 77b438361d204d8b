namespace ForumEngine.Boards;

/// <summary>主题分类: a board's own set of labels for threads (features.md A3).</summary>
public sealed class ThreadType
{
    public const int NameLength = 20;

    public int Id { get; set; }
    public int BoardId { get; init; }
    public required string Name { get; set; }
    public int Position { get; set; }
    public bool StaffOnly { get; set; }
}
