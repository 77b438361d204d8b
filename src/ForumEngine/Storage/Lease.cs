namespace ForumEngine.Storage;

/// <summary>Says which of several nodes runs the jobs, until when.</summary>
public sealed class Lease
{
    public required string Name { get; init; }
    public required string Holder { get; set; }
    public DateTime ExpiresAt { get; set; }
}
