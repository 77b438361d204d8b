namespace ForumEngine.Sanctions;

/// <summary>
/// A post that a sanction points to, as it was when the sanction was issued: editing, moving, deleting or purging the post
/// changes nothing here.
/// </summary>
public sealed class EvidencePost
{
    public int SanctionId { get; init; }
    public long PostId { get; init; }
    public long ThreadId { get; init; }
    public int Floor { get; init; }

    /// <summary>Where it stood then.</summary>
    public int BoardId { get; init; }

    public required string BoardName { get; init; }
    public required string Title { get; init; }
    public int? AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public bool IsAnonymous { get; init; }
    public DateTime WrittenAt { get; init; }

    /// <summary>How often it had been edited.</summary>
    public int Version { get; init; }

    /// <summary>As typed; rendered anew whenever it is shown.</summary>
    public required string Body { get; init; }
}
