using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Sanctions;

/// <summary>A sanction as the reader may see it.</summary>
public sealed record DarkroomRow
{
    public required int Id { get; init; }
    public required int MemberId { get; init; }
    public required string MemberName { get; init; }
    public required SanctionKind Kind { get; init; }
    public required SanctionScope Scope { get; init; }
    public required string Reason { get; init; }
    public required DateTime From { get; init; }
    public DateTime? Until { get; init; }
    public required SanctionState State { get; init; }

    /// <summary>Null: "the moderation team", or that the site doesn't tell.</summary>
    public string? Operator { get; init; }

    public DateTime? LiftedAt { get; init; }
    public string? LiftedBy { get; init; }
    public string? LiftReason { get; init; }
    public bool IsPublic { get; init; }
    public string EvidencePostIds { get; init; } = "";

    internal static DarkroomRow Of(Sanction s, string memberName, BoardTree tree, Viewer who, bool showOperator) => new()
    {
        Id = s.Id,
        MemberId = s.MemberId,
        MemberName = memberName,
        Kind = s.Kind,
        Scope = new SanctionScope(s.BoardId is null, s.BoardId is { } board ? tree.FindVisible(board, who) : null),
        Reason = s.Reason,
        From = s.From,
        Until = s.Until,
        State = s.StateAt(who.Now),
        Operator = showOperator ? s.IssuedByName : null,
        LiftedAt = s.LiftedAt,
        LiftedBy = showOperator ? s.LiftedByName : null,
        LiftReason = s.LiftReason,
        IsPublic = s.IsPublic,
        EvidencePostIds = s.EvidencePostIds,
    };
}

/// <summary>The whole site, or a board; the board is null when the reader may not know which.</summary>
public sealed record SanctionScope(bool IsSite, BoardNode? Board);
