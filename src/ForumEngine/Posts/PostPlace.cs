namespace ForumEngine.Posts;

/// <summary>Where a post stands; what a successful write answers.</summary>
public sealed record PostPlace(long ThreadId, long PostId, int Floor)
{
    /// <summary>It waits for review instead: its id in the queue, and it stands nowhere yet.</summary>
    public long? PendingId { get; init; }

    public static PostPlace Pending(long id) => new(0, 0, 0) { PendingId = id };
}
