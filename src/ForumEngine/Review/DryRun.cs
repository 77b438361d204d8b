namespace ForumEngine.Review;

public enum DryRunKind
{
    /// <summary>The word list as it is now.</summary>
    Words = 1,

    /// <summary>One policy, as it is now.</summary>
    Policy = 2,

    /// <summary>All that is set now: words, policies, the right to link, members under review.</summary>
    Gate = 3,
}

public enum DryRunState
{
    Waiting = 0, Running = 1, Done = 2, Failed = 3,
}

/// <summary>What the filter or a policy would have said of the posts of the last days; worked off in the background.</summary>
public sealed class DryRun
{
    public const int MostDays = 365;

    /// <summary>Finds that are kept to be looked at.</summary>
    public const int MostSamples = 100;

    public int Id { get; set; }
    public DryRunKind Kind { get; set; }

    /// <summary>Of the policy.</summary>
    public int? PolicyId { get; set; }

    public string Name { get; set; } = "";
    public int Days { get; set; }
    public DateTime CreatedAt { get; set; }
    public int? ById { get; set; }
    public DryRunState State { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>Threads up to this id are looked through.</summary>
    public long AfterThreadId { get; set; }

    public long LastThreadId { get; set; }

    /// <summary>Posts looked at, and those among them that were found.</summary>
    public int Posts { get; set; }

    public int Found { get; set; }

    /// <summary>The first <see cref="MostSamples"/> of <see cref="DryRunSample"/>, as JSON.</summary>
    public string Samples { get; set; } = "[]";

    public IReadOnlyList<DryRunSample> ReadSamples() => System.Text.Json.JsonSerializer.Deserialize<List<DryRunSample>>(Samples) ?? [];

    /// <summary>0 to 100, by the ids of threads.</summary>
    public int Percent => State == DryRunState.Done ? 100 : LastThreadId == 0 ? 0 : (int)Math.Clamp(AfterThreadId * 100 / LastThreadId, 0, 99);
}

/// <summary>A post that was found: with which words, if any.</summary>
public sealed record DryRunSample(long PostId, string Title, string Excerpt, IReadOnlyList<string> Seen)
{
    /// <summary>Why it would have waited.</summary>
    public HoldReasons Reasons { get; init; }

    /// <summary>It would not have been taken at all.</summary>
    public bool IsRefused { get; init; }
}
