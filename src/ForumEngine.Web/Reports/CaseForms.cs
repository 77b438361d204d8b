using ForumEngine.Acts;
using ForumEngine.Reports;
using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;

namespace ForumEngine.Web.Reports;

/// <summary>The fields of /desk/reports/{id}.</summary>
public sealed class VerdictForm
{
    /// <summary>The button: "delete", "deletemute", "mute", "warn", "move", "uphold", "none", "abuse".</summary>
    public string? Decision { get; set; }

    public string? Reason { get; set; }

    /// <summary>To the reporters.</summary>
    public string? Note { get; set; }

    public string? RuleId { get; set; }
    public string? Days { get; set; }

    /// <summary>Of a warning.</summary>
    public string? Points { get; set; }

    /// <summary>Where the thread goes.</summary>
    public string? BoardId { get; set; }

    public string? TypeId { get; set; }
    public bool Stub { get; set; }

    /// <summary>Before there were decisions: "upheld" or "dismissed".</summary>
    public string? Outcome { get; set; }

    /// <summary>Null for a word that isn't one.</summary>
    public CaseDecision? Chosen => (Decision ?? Outcome)?.Trim().ToLowerInvariant() switch
    {
        "delete" => CaseDecision.Delete,
        "deletemute" => CaseDecision.DeleteAndMute,
        "mute" => CaseDecision.Mute,
        "move" => CaseDecision.Move,
        "warn" => CaseDecision.Warn,
        "uphold" or "upheld" => CaseDecision.Uphold,
        "none" or "dismissed" => CaseDecision.None,
        "abuse" => CaseDecision.Abuse,
        _ => null,
    };

    public CaseVerdict? Read() => Chosen is { } decision
        ? new CaseVerdict(decision, Reason ?? "", Note ?? "")
        {
            Days = Days,
            RuleId = Typed.Number(RuleId),
            Points = Points,
            Move = Typed.Number(BoardId) is { } board ? new MoveOrder(board, Typed.Number(TypeId), Stub) : null,
        }
        : null;
}

/// <summary>A case on the desk with all that stands beside it.</summary>
public sealed record CasePage(
    CaseOnDesk On, IReadOnlyList<ReportLine> Reports, CaseSurroundings Beside, CaseButtons Buttons, CategorySet Categories, RuleSet Rules, VerdictForm Form)
{
    /// <summary>Others of the staff who have it open now.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    public string Comment { get; init; } = "";
    public string HandTo { get; init; } = "";

    /// <summary>The rule that the category suggests first.</summary>
    public NamedRule? Suggested => Rules.InForce.FirstOrDefault(r => (int)r.Category == On.Case.CategoryId);
}
