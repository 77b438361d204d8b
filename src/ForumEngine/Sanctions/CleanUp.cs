namespace ForumEngine.Sanctions;

/// <summary>How far a clean-up has come; each step is a message of the outbox.</summary>
public enum CleanUpState
{
    Running = 1,
    Done = 2,

    /// <summary>On the way back.</summary>
    Undoing = 3,
    Undone = 4,
}

/// <summary>Parts of a profile that a clean-up empties.</summary>
[Flags]
public enum ProfileParts
{
    None = 0,
    Avatar = 1,
    Signature = 2,

    /// <summary>The text about oneself and the place.</summary>
    Bio = 4,
    CustomTitle = 8,
}

/// <summary>
/// One clean-up of what a member wrote and shows: what it takes is in <see cref="CleanUpItem"/> and <see cref="Profile"/>, so
/// that it is taken back as one again, and each post by itself from the recycle bin.
/// </summary>
public sealed class CleanUp
{
    public int Id { get; init; }

    /// <summary>Whose profile is emptied; null when only posts go.</summary>
    public int? MemberId { get; init; }

    /// <summary>Done with this sanction, and undone when it is lifted; null for one by itself.</summary>
    public int? SanctionId { get; init; }

    public DateTime At { get; init; }
    public int? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string Reason { get; init; }
    public ProfileParts Parts { get; init; }

    /// <summary>The emptied parts as they were; JSON.</summary>
    public string Profile { get; set; } = "";

    public CleanUpState State { get; set; }

    /// <summary>Replies and threads that it has put into the recycle bin so far.</summary>
    public int Posts { get; set; }

    public int Threads { get; set; }
}

/// <summary>How far a post of a clean-up is.</summary>
public enum CleanUpItemState
{
    Waiting = 0,

    /// <summary>In the recycle bin, put there by this clean-up.</summary>
    Taken = 1,

    /// <summary>Was there already, or isn't any more.</summary>
    Skipped = 2,
    Restored = 3,
}

/// <summary>A post that a clean-up takes; floor 1 is the whole thread.</summary>
public sealed class CleanUpItem
{
    public int CleanUpId { get; init; }
    public long PostId { get; init; }
    public long ThreadId { get; init; }
    public int Floor { get; init; }
    public CleanUpItemState State { get; set; }
}
