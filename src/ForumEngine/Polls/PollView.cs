using ForumEngine.Permissions;

namespace ForumEngine.Polls;

/// <summary>A poll as its reader sees it.</summary>
public sealed record PollView
{
    public long ThreadId { get; init; }
    public int MaxChoices { get; init; }
    public DateTime? EndsAt { get; init; }
    public bool HasEnded { get; init; }
    public bool ResultsAfterVote { get; init; }
    public bool VotersArePublic { get; init; }
    public int Voters { get; init; }
    public bool HasVoted { get; init; }

    /// <summary>False: <see cref="PollLine.Votes"/> are 0, so that no page can tell them.</summary>
    public bool ShowsResults { get; init; }

    /// <summary>Null: the reader may vote.</summary>
    public Refusal? WhyNotVote { get; init; }

    /// <summary>The author and staff, for as long as it makes sense.</summary>
    public bool CanChange { get; init; }

    public required IReadOnlyList<PollLine> Options { get; init; }
}

/// <summary>One option; <paramref name="Share"/> is the percentage of voters who chose it, with two decimals (features.md G6).</summary>
public sealed record PollLine(long Id, string Text, long? AttachmentId, int Votes, bool IsMine, decimal Share);
