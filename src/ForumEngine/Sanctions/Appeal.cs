namespace ForumEngine.Sanctions;

/// <summary>How a sanction's appeal stands.</summary>
public enum AppealState
{
    None = 0,

    /// <summary>Waits for a decision.</summary>
    Open = 1,

    /// <summary>The sanction stays as it was.</summary>
    Upheld = 2,

    /// <summary>The sanction was lifted.</summary>
    Lifted = 3,

    /// <summary>The sanction ends earlier.</summary>
    Shortened = 4,
}

/// <summary>What a sanctioned member has to say against a sanction: once for each, and what was decided.</summary>
public sealed class Appeal
{
    public const int MessageLength = 2000;

    public int Id { get; init; }

    /// <summary>Unique: one appeal for each sanction.</summary>
    public int SanctionId { get; init; }

    public required string Message { get; init; }
    public DateTime At { get; init; }
    public DateTime? DecidedAt { get; set; }
    public int? DecidedById { get; set; }
    public string DecidedByName { get; set; } = "";

    /// <summary>The issuer decided, since nobody else could.</summary>
    public bool ByIssuer { get; set; }

    /// <summary>What the member was told.</summary>
    public string Answer { get; set; } = "";
}
