namespace ForumEngine.Reports;

/// <summary>What staff say to each other about a case. Only ever added.</summary>
public sealed class CaseComment
{
    public const int TextLength = 1000;

    public long Id { get; init; }
    public long CaseId { get; init; }
    public int MemberId { get; init; }
    public required string MemberName { get; init; }
    public required string Text { get; init; }
    public DateTime At { get; init; }
}
