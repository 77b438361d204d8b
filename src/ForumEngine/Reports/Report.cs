namespace ForumEngine.Reports;

/// <summary>
/// One voice against a post or a member: of another member, or of a rule that flagged it. Voices on the same target gather in a
/// <see cref="ReportCase"/>. Each member has one for each target, a rule one in each case.
/// </summary>
public sealed class Report
{
    public const int MessageLength = 500;
    public const int RuleLength = 40;

    public long Id { get; init; }
    public long CaseId { get; init; }

    /// <summary>The post, or null.</summary>
    public long? PostId { get; init; }

    /// <summary>The member whose profile it is about, or null.</summary>
    public int? AboutId { get; init; }

    /// <summary>Null: a rule's.</summary>
    public int? MemberId { get; init; }

    /// <summary>Which rule, in one word (<c>words</c>); empty where a member reported.</summary>
    public string Rule { get; init; } = "";

    public int CategoryId { get; init; }
    public string Message { get; init; } = "";
    public DateTime At { get; init; }
}
