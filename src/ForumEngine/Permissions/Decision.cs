using ForumEngine.Sanctions;

namespace ForumEngine.Permissions;

/// <summary>Which rule decided, for the explainer and for the refusal's text; in the order in which they are asked.</summary>
public enum DecidedBy
{
    Sanction, Archived, Administrator, Closed, Exception, Cell, Ancestor, GroupDefault, NeedsView, Password, Condition,

    /// <summary>A staff right: of all boards by rank, or of those that the moderator has.</summary>
    StaffRank,
}

/// <summary>The answer to "may this viewer do this here", with the rule that gave it.</summary>
public readonly record struct Decision(bool Allowed, DecidedBy By)
{
    /// <summary>Where the rule stands: the board itself or one above it; null for rules of the whole site.</summary>
    public int? BoardId { get; init; }

    /// <summary>The group whose cell it was, if one.</summary>
    public int? GroupId { get; init; }
}

/// <summary>One rule that was asked, and what it said: null is silence, and the next one was asked.</summary>
public sealed record DecisionStep(DecidedBy Rule, BoardRight Right, bool? Answer)
{
    public int? BoardId { get; init; }
    public int? GroupId { get; init; }
    public SanctionInForce? Sanction { get; init; }
    public BoardException? Exception { get; init; }
}
