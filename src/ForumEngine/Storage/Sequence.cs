namespace ForumEngine.Storage;

/// <summary>The next free number of a named series; <see cref="IdSource"/> takes blocks from it.</summary>
public sealed class Sequence
{
    public const string Posts = "posts";

    public required string Name { get; init; }
    public long Next { get; set; }
}
