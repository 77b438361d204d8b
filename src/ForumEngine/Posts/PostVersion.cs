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

    /// <summary>The text that an edit is about to replace. Who made a change that left no line is taken for the author.</summary>
    public static PostVersion Replaced(Post post, Thread thread) => new()
    {
        PostId = post.Id,
        Version = post.Version,
        Title = post.Floor == 1 ? thread.Title : null,
        Body = post.Body,
        EditorId = post.EditedBy is null || post.EditedBy == post.AuthorName ? post.AuthorId : null,
        EditorName = post.EditedBy ?? post.AuthorName,
        At = post.EditedAt ?? post.CreatedAt,
        Reason = post.EditReason ?? "",
    };
}
