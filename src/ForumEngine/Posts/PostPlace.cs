namespace ForumEngine.Posts;

/// <summary>Where a post stands; what a successful write answers.</summary>
public sealed record PostPlace(long ThreadId, long PostId, int Floor);
