namespace ForumEngine.Polls;

/// <summary>投票: the poll of a thread of kind <see cref="Threads.ThreadKind.Poll"/> (features.md A4).</summary>
public sealed class Poll
{
    public const int MinOptions = 2, MaxOptions = 20;

    public long ThreadId { get; set; }

    /// <summary>1 is a single choice.</summary>
    public int MaxChoices { get; set; } = 1;

    /// <summary>Null: never.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>Results are shown to those who voted, to the author, to staff, and to all after the end.</summary>
    public bool ResultsAfterVote { get; set; }

    /// <summary>Who voted for what is shown.</summary>
    public bool VotersArePublic { get; set; }

    /// <summary>Members who voted.</summary>
    public int Voters { get; set; }
}

public sealed class PollOption
{
    /// <summary>Characters as people see them.</summary>
    public const int TextLength = 80;

    public long Id { get; set; }
    public long ThreadId { get; set; }
    public int Position { get; set; }
    public required string Text { get; set; }

    /// <summary>A picture of the author's own.</summary>
    public long? AttachmentId { get; set; }

    public int Votes { get; set; }
}

/// <summary>One by each member and poll: a vote isn't changed.</summary>
public sealed class PollBallot
{
    public long ThreadId { get; init; }
    public int MemberId { get; init; }
    public DateTime At { get; init; }
}

/// <summary>What a ballot chose.</summary>
public sealed class PollVote
{
    public long OptionId { get; init; }
    public int MemberId { get; init; }
}
