namespace ForumEngine.Storage;

/// <summary>The next free number of a named series; <see cref="IdSource"/> takes blocks from it.</summary>
public sealed class Sequence
{
    public const string Posts = "posts";

    /// <summary>The next entry of the sanctions' ledger; its row is the lock that keeps the chain in line.</summary>
    public const string Ledger = "ledger";

    public required string Name { get; init; }
    public long Next { get; set; }
}
