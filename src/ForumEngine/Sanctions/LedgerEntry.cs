namespace ForumEngine.Sanctions;

/// <summary>What an entry of the ledger says.</summary>
public enum LedgerAct
{
    Issued = 1,
    Lifted = 2,
    Appealed = 3,
    Decided = 4,

    /// <summary>Made public, or taken from the public.</summary>
    Publicity = 5,

    /// <summary>A sanction older than the ledger was entered as it stood.</summary>
    Adopted = 6,

    /// <summary>Its board became part of another.</summary>
    Moved = 7,
}

/// <summary>
/// An entry of the sanctions' ledger: only ever added, each carries the hash of the one before. <see cref="Content"/> is
/// what was hashed, to the byte; the other columns are there to be found by, and <c>forum check</c> proves that they agree.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>1, 2, 3, … without a gap.</summary>
    public long Number { get; init; }

    public int SanctionId { get; init; }
    public LedgerAct Act { get; init; }
    public DateTime At { get; init; }

    /// <summary>JSON (<see cref="LedgerContent"/>).</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256, in hex, of the previous entry's hash, a line feed and the content.</summary>
    public required string Hash { get; init; }
}
