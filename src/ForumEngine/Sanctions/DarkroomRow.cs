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
    public NamedRule? Rule { get; init; }
    public AppealState Appeal { get; init; }

    /// <summary>What of the engine issued it; empty when a person did.</summary>
    public string Cause { get; init; } = "";

    /// <summary>Null: "the moderation team", or that the site doesn't tell.</summary>
    public string? Operator { get; init; }

    public DateTime? LiftedAt { get; init; }
    public string? LiftedBy { get; init; }
    public string? LiftReason { get; init; }
    public bool IsPublic { get; init; }
    public PrivacyReason? PrivateBecause { get; init; }

    /// <summary>Posts that it points to, whether this reader may see them or not.</summary>
    public int Evidence { get; init; }

    public string EvidencePostIds { get; init; } = "";

    /// <summary>Names of staff may be told to this reader.</summary>
    public bool NamesStaff { get; init; }
}

/// <summary>The whole site, or a board; the board is null when the reader may not know which.</summary>
public sealed record SanctionScope(bool IsSite, BoardNode? Board);

/// <summary>Makes rows of sanctions for one reader.</summary>
internal sealed record DarkroomRowMaker(BoardTree Tree, RuleSet Rules, Viewer Who, bool ShowOperator)
{
    public DarkroomRow Make(Sanction s, string memberName) => new()
    {
        Id = s.Id,
        MemberId = s.MemberId,
        MemberName = memberName,
        Kind = s.Kind,
        Scope = new SanctionScope(s.BoardId is null, s.BoardId is { } board ? Tree.FindVisible(board, Who) : null),
        Reason = s.Reason,
        From = s.From,
        Until = s.Until,
        State = s.StateAt(Who.Now),
        Rule = Rules.Find(s.RuleId),
        Appeal = s.Appeal,
        Cause = s.Cause,
        Operator = ShowOperator && s.IssuedByName.Length > 0 ? s.IssuedByName : null,
        LiftedAt = s.LiftedAt,
        LiftedBy = ShowOperator ? s.LiftedByName : null,
        LiftReason = s.LiftReason,
        IsPublic = s.IsPublic,
        PrivateBecause = s.PrivateBecause,
        Evidence = s.EvidencePostIds.Length == 0 ? 0 : s.EvidencePostIds.Count(c => c == ',') + 1,
        EvidencePostIds = s.EvidencePostIds,
        NamesStaff = ShowOperator,
    };
}
