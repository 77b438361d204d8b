namespace ForumEngine.Reports;

/// <summary>How a case ended.</summary>
public enum ReportOutcome
{
    /// <summary>The reporters were right.</summary>
    Upheld = 1,

    /// <summary>Nothing against the rules was found.</summary>
    Dismissed = 2,
}

/// <summary>
/// What staff decide on: all reports of a post until somebody closes it. A post has at most one open case; a report after
/// that opens another. Deleting the post leaves the case, which must still be answered.
/// </summary>
public sealed class ReportCase
{
    public const int NoteLength = 500;

    public long Id { get; init; }
    public long PostId { get; init; }

    /// <summary>The post's id while the case is open, then null: its unique key allows one open case for each post.</summary>
    public long? OpenPostId { get; set; }

    /// <summary>How many members have reported.</summary>
    public int Reports { get; set; }

    public DateTime OpenedAt { get; init; }
    public DateTime? ClosedAt { get; set; }
    public ReportOutcome? Outcome { get; set; }

    /// <summary>What staff told the reporters.</summary>
    public string Note { get; set; } = "";

    public int? ClosedById { get; set; }
    public string ClosedByName { get; set; } = "";
}
