namespace ForumEngine.Boards;

/// <summary>
/// Counters and last post of one board, folded from the outbox within a second or two, so that a thousand replies in one
/// board don't queue on one row. Sub-boards count for themselves; the index adds them up.
/// </summary>
public sealed class BoardStats
{
    public int BoardId { get; init; }
    public int Threads { get; set; }

    /// <summary>Published posts, first posts included.</summary>
    public int Posts { get; set; }

    /// <summary>Posts on <see cref="Today"/>; 0 when that day has passed.</summary>
    public int PostsToday { get; set; }

    /// <summary>A day in the site's time zone.</summary>
    public DateOnly Today { get; set; }

    public long? LastThreadId { get; set; }
    public string? LastTitle { get; set; }
    public int? LastAuthorId { get; set; }
    public string? LastAuthorName { get; set; }
    public DateTime? LastPostAt { get; set; }
}
