namespace ForumEngine.Reports;

/// <summary>What a member says is wrong with a post (features.md B5 and E: the classes that Chinese rules ask to tell apart).</summary>
public enum ReportCategory
{
    Illegal = 1,
    Infringement = 2,
    Abuse = 3,
    Fraud = 4,
    Minors = 5,
    Spam = 6,
    Other = 7,
}

/// <summary>One member's report of one post. Reports of a post gather in a <see cref="ReportCase"/>.</summary>
public sealed class Report
{
    public const int MessageLength = 500;

    public long Id { get; init; }
    public long CaseId { get; init; }
    public long PostId { get; init; }
    public int MemberId { get; init; }
    public ReportCategory Category { get; init; }
    public string Message { get; init; } = "";
    public DateTime At { get; init; }
}
