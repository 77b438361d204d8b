using ForumEngine.Acts;

namespace ForumEngine.Reports;

/// <summary>What staff decide on a case; the act is done and the case closed in one go.</summary>
public enum CaseDecision
{
    /// <summary>Nothing against the rules.</summary>
    None = 1,

    /// <summary>Nothing, and the reporters meant harm.</summary>
    Abuse = 2,

    /// <summary>Something, which has been seen to elsewhere.</summary>
    Uphold = 3,

    /// <summary>The post goes to the recycle bin.</summary>
    Delete = 4,

    /// <summary>The same, and its author is muted.</summary>
    DeleteAndMute = 5,

    /// <summary>Whom it is about is muted; the post stays.</summary>
    Mute = 6,

    /// <summary>The thread goes to another board.</summary>
    Move = 7,

    /// <summary>Whom it is about is warned, for the post where there is one.</summary>
    Warn = 8,
}

/// <summary>
/// <paramref name="Reason"/> goes into the log, to the author and, with a sanction, into the darkroom; <paramref name="Note"/> to
/// the reporters, who else read the reason.
/// </summary>
public sealed record CaseVerdict(CaseDecision Decision, string Reason, string Note = "")
{
    public int? RuleId { get; init; }

    /// <summary>Of the mute, as typed; 0 is for ever.</summary>
    public string? Days { get; init; }

    /// <summary>Of the warning, as typed; it counts for <c>Warnings.ExpiryDays</c>.</summary>
    public string? Points { get; init; }

    public MoveOrder? Move { get; init; }

    internal bool Removes => Decision is CaseDecision.Delete or CaseDecision.DeleteAndMute;
    internal bool Mutes => Decision is CaseDecision.Mute or CaseDecision.DeleteAndMute;

    internal ReportOutcome Outcome => Decision is CaseDecision.None or CaseDecision.Abuse ? ReportOutcome.Dismissed : ReportOutcome.Upheld;

    /// <summary>As it is stored and as forms send it.</summary>
    internal string Word => Decision switch
    {
        CaseDecision.DeleteAndMute => "deletemute",
        var d => d.ToString().ToLowerInvariant(),
    };
}
