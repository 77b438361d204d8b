namespace ForumEngine.Posts;

/// <summary>A text that an edit replaced, with who had written it; the newest text is the post's own.</summary>
public sealed class PostVersion
{
    public long PostId { get; init; }

    /// <summary>0 is what was first posted.</summary>
    public int Version { get; init; }

    /// <summary>Only of a thread's first post.</summary>
    public string? Title { get; init; }

    public required string Body { get; init; }
    public int? EditorId { get; init; }
    public required string EditorName { get; init; }
    public DateTime At { get; init; }
    public string Reason { get; init; } = "";
}
