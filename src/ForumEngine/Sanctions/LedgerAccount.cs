namespace ForumEngine.Sanctions;

/// <summary>What the ledger's entries of one sanction add up to, to be compared with its rows.</summary>
internal sealed record LedgerAccount
{
    public int? Member { get; init; }
    public string? Kind { get; init; }
    public int? Board { get; init; }
    public int? Rule { get; init; }
    public string? Cause { get; init; }
    public string? Reason { get; init; }
    public string? From { get; init; }
    public string? Until { get; init; }
    public string? Evidence { get; init; }
    public bool? IsPublic { get; init; }
    public string? PrivateBecause { get; init; }
    public string? LiftedAt { get; init; }
    public string? LiftReason { get; init; }
    public string? Message { get; init; }
    public string Appeal { get; init; } = nameof(AppealState.None);

    public LedgerAccount With(LedgerAct act, LedgerContent c) => act switch
    {
        LedgerAct.Issued or LedgerAct.Adopted => this with
        {
            Member = c.Member,
            Kind = c.Kind,
            Board = c.Board,
            Rule = c.Rule,
            Cause = c.Cause,
            Reason = c.Reason,
            From = c.From,
            Until = c.Until,
            Evidence = c.Evidence,
            IsPublic = c.IsPublic,
            PrivateBecause = c.PrivateBecause,
            LiftedAt = c.LiftedAt,
            LiftReason = c.LiftReason,
        },
        LedgerAct.Lifted => this with { LiftedAt = c.LiftedAt, LiftReason = c.LiftReason },
        LedgerAct.Appealed => this with { Message = c.Message, Appeal = nameof(AppealState.Open) },
        LedgerAct.Decided => this with { Appeal = c.Outcome ?? "", Until = c.Outcome == nameof(AppealState.Shortened) ? c.Until : Until },
        LedgerAct.Publicity => this with { IsPublic = c.IsPublic, PrivateBecause = c.PrivateBecause },
        LedgerAct.Moved => this with { Board = c.Board },
        _ => this,
    };

    public static LedgerAccount Of(Sanction s, IReadOnlyCollection<EvidencePost> evidence, Appeal? appeal) =>
        new LedgerAccount().With(LedgerAct.Issued, Ledger.Facts(s, Snapshot.Digest(evidence)) with { LiftedAt = LedgerContent.Time(s.LiftedAt), LiftReason = s.LiftReason })
            with
        { Appeal = s.Appeal.ToString(), Message = appeal is null ? null : LedgerContent.Hash(appeal.Message) };

    /// <summary>The first thing that differs; null: all is the same.</summary>
    public string? DiffersFrom(LedgerAccount rows) => this == rows ? null
        : Member != rows.Member ? "member" : Kind != rows.Kind ? "kind" : Board != rows.Board ? "board" : Rule != rows.Rule ? "rule"
        : Cause != rows.Cause ? "cause" : Reason != rows.Reason ? "reason" : From != rows.From ? "from" : Until != rows.Until ? "until"
        : Evidence != rows.Evidence ? "evidence" : IsPublic != rows.IsPublic || PrivateBecause != rows.PrivateBecause ? "publicity"
        : LiftedAt != rows.LiftedAt || LiftReason != rows.LiftReason ? "lift" : "appeal";
}
