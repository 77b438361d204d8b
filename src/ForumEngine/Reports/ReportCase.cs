namespace ForumEngine.Reports;

/// <summary>What a case is about.</summary>
public enum CaseKind
{
    Post = 1,

    /// <summary>A member's profile: name, picture, signature.</summary>
    Member = 2,

    /// <summary>A complaint about a right, by somebody without an account (<see cref="Complaint"/>).</summary>
    Complaint = 3,
}

/// <summary>How a case ended.</summary>
public enum ReportOutcome
{
    /// <summary>The reporters were right.</summary>
    Upheld = 1,

    /// <summary>Nothing against the rules was found.</summary>
    Dismissed = 2,
}

/// <summary>Follows from the row; nothing is stored.</summary>
public enum CaseState
{
    Open, Taken, Resolved, Rejected,
}

/// <summary>
/// What staff decide on: all voices on one target until somebody closes it. A target has at most one open case; a report after
/// that opens another. What was said is kept as it was when first reported; deleting the post leaves the case, which must
/// still be answered.
/// </summary>
public sealed class ReportCase
{
    public const int NoteLength = 500;
    public const int ExcerptLength = 200;
    public const int DecisionLength = 20;

    public long Id { get; init; }
    public CaseKind Kind { get; init; } = CaseKind.Post;
    public long? PostId { get; init; }

    /// <summary>The post's id while the case is open, then null: its unique key allows one open case for each post.</summary>
    public long? OpenPostId { get; set; }

    /// <summary>Whom it is about: the post's author or the profile's owner.</summary>
    public int? MemberId { get; init; }

    /// <summary>The member's id while a case about a profile is open, then null; unique like <see cref="OpenPostId"/>.</summary>
    public int? OpenMemberId { get; set; }

    /// <summary>The post was anonymous: its author is named nowhere.</summary>
    public bool IsAnonymous { get; init; }

    public string AuthorName { get; init; } = "";

    /// <summary>The thread's title, or the address complained about.</summary>
    public string Title { get; init; } = "";

    public string Excerpt { get; init; } = "";

    /// <summary>What was there when it was first reported.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The most urgent category of all voices.</summary>
    public int CategoryId { get; set; }

    public DateTime DueAt { get; set; }

    /// <summary>How many members have reported.</summary>
    public int Reports { get; set; }

    public DateTime OpenedAt { get; init; }

    /// <summary>Who works on it.</summary>
    public int? AssigneeId { get; set; }

    public string AssigneeName { get; set; } = "";

    public DateTime? ClosedAt { get; set; }
    public ReportOutcome? Outcome { get; set; }

    /// <summary>What was done (<c>delete</c>, <c>mute</c>, <c>none</c>); empty until then.</summary>
    public string Decision { get; set; } = "";

    /// <summary>The sanction that came of it.</summary>
    public int? SanctionId { get; set; }

    /// <summary>Reported to harm: its reporters' next such reports cost them the right for a time.</summary>
    public bool WasAbuse { get; set; }

    /// <summary>What staff told the reporters.</summary>
    public string Note { get; set; } = "";

    public int? ClosedById { get; set; }
    public string ClosedByName { get; set; } = "";

    public CaseState State => Outcome switch
    {
        ReportOutcome.Upheld => CaseState.Resolved,
        ReportOutcome.Dismissed => CaseState.Rejected,
        _ => AssigneeId is null ? CaseState.Open : CaseState.Taken,
    };
}
