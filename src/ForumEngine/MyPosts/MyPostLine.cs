using ForumEngine.Threads;

namespace ForumEngine.MyPosts;

/// <summary>
/// One of the viewer's own threads or replies. <paramref name="State"/> is the post's or its thread's, whichever is worse, and is
/// told as it is: in review, deleted. <paramref name="Excerpt"/> is set for replies.
/// </summary>
public sealed record MyPostLine(
    long Id, string Title, int BoardId, string BoardName, int Replies, DateTime At, ContentState State, bool IsAnonymous, bool IsThreadDeleted, string? Excerpt)
{
    /// <summary>Where it is read; null: it isn't there any more.</summary>
    public string? Url => State == ContentState.Recycled ? null : Excerpt is null ? $"/threads/{Id}" : $"/posts/{Id}";
}

/// <summary>A stretch of the list, newest first; <paramref name="Next"/> is the id to go on before.</summary>
public sealed record MyPostList(IReadOnlyList<MyPostLine> Lines, long? Next);
