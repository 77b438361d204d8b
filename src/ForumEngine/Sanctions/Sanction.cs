namespace ForumEngine.Sanctions;

/// <summary>In rising order of what they take away (features.md B1).</summary>
public enum SanctionKind
{
    /// <summary>No links in posts.</summary>
    NoLinks = 1,

    /// <summary>Everything goes to the review queue.</summary>
    Review = 2,

    /// <summary>禁言: reading stays, writing doesn't.</summary>
    Mute = 3,

    /// <summary>禁止访问: no visit.</summary>
    Block = 4,

    /// <summary>The account is frozen until staff resolve it.</summary>
    Lock = 5,
}

/// <summary>
/// A sanction is a fact with scope and time. Whether it holds follows from the row and the clock, so it ends to the second
/// without a job; several stack.
/// </summary>
public sealed class Sanction
{
    public const int ReasonLength = 500;
    public const int EvidenceLimit = 20;
    public const int CauseLength = 40;

    public int Id { get; set; }
    public int MemberId { get; set; }
    public SanctionKind Kind { get; set; }

    /// <summary>Null: the whole site; else this board and those below it.</summary>
    public int? BoardId { get; set; }

    public required string Reason { get; set; }
    public int? RuleId { get; set; }

    /// <summary>Ids of posts, comma-separated; at most <see cref="EvidenceLimit"/>.</summary>
    public string EvidencePostIds { get; set; } = "";

    /// <summary>Null: issued by the engine itself, which says why in <see cref="Cause"/>, or by the command line.</summary>
    public int? IssuedById { get; set; }

    public required string IssuedByName { get; set; }

    /// <summary>What of the engine issued it: <c>warnings</c>, …; empty for what a person issued.</summary>
    public string Cause { get; set; } = "";

    public DateTime From { get; set; }

    /// <summary>Null: for ever.</summary>
    public DateTime? Until { get; set; }

    public DateTime? LiftedAt { get; set; }
    public int? LiftedById { get; set; }
    public string? LiftedByName { get; set; }
    public string? LiftReason { get; set; }
    public bool IsPublic { get; set; } = true;

    /// <summary>Why it isn't public, where that was said.</summary>
    public PrivacyReason? PrivateBecause { get; set; }

    /// <summary>How the member's appeal stands; the appeal itself is an <see cref="Sanctions.Appeal"/>.</summary>
    public AppealState Appeal { get; set; }
}
