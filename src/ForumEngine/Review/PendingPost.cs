using System.Text.Json;
using ForumEngine.Posts;

namespace ForumEngine.Review;

public enum PendingState
{
    /// <summary>In the queue.</summary>
    Waiting = 0,

    /// <summary>Put aside: neither published nor answered.</summary>
    Ignored = 1,

    /// <summary>Back with its author, who may change it and send it again; kept for 30 days.</summary>
    Rejected = 2,
}

/// <summary>Why something waits; several at once.</summary>
[Flags]
public enum HoldReasons
{
    None = 0,

    /// <summary>A policy says so.</summary>
    Policy = 1,

    /// <summary>A word of the filter.</summary>
    Words = 2,

    /// <summary>Its author is under review by a sanction.</summary>
    Member = 4,

    /// <summary>Its author's group may link after review only.</summary>
    Links = 8,

    /// <summary>Other new members have posted the same lately.</summary>
    Duplicate = 16,
}

/// <summary>
/// A thread or a reply before it is published: without floor and post id, which it gets on publication. Or, with
/// <see cref="PostId"/>, a published post that was sent back: that one keeps its floor and is hidden meanwhile.
/// </summary>
public sealed class PendingPost
{
    /// <summary>Of one member, rejected ones included.</summary>
    public const int MostPerMember = 50;

    public const int ReasonLength = 500;

    public long Id { get; set; }
    public int AuthorId { get; set; }
    public required string AuthorName { get; set; }

    /// <summary>Of a reply: where its thread was when it was written; the thread knows where it is now.</summary>
    public int BoardId { get; set; }

    /// <summary>Null: a new thread.</summary>
    public long? ThreadId { get; set; }

    public long? PostId { get; set; }
    public string Title { get; set; } = "";
    public required string Body { get; set; }
    public bool IsAnonymous { get; set; }

    /// <summary><see cref="PendingFields"/> as JSON.</summary>
    public string Fields { get; set; } = "";

    public Guid? SubmissionId { get; set; }
    public PendingState State { get; set; }
    public HoldReasons Reasons { get; set; }

    /// <summary><see cref="Hold"/> as JSON.</summary>
    public string Details { get; set; } = "";

    public DateTime CreatedAt { get; set; }
    public DateTime UpdatedAt { get; set; }

    /// <summary>Moves with every change: nobody decides on what they haven't seen.</summary>
    public int Version { get; set; }

    /// <summary>What the author was told.</summary>
    public string Decision { get; set; } = "";

    public int? DecidedById { get; set; }
    public DateTime? DecidedAt { get; set; }

    public PendingFields ReadFields() => Fields.Length == 0 ? PendingFields.None : JsonSerializer.Deserialize<PendingFields>(Fields)!;
    public Hold ReadHold() => Details.Length == 0 ? new Hold(Reasons, [], []) : JsonSerializer.Deserialize<Hold>(Details)!;
}

/// <summary>What else the form carried.</summary>
public sealed record PendingFields(int? TypeId, byte[]? Address, int Port, long? QuotePostId, PostChoices Choices)
{
    public static readonly PendingFields None = new(null, null, 0, null, PostChoices.Usual);

    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>Why it waits, for those who decide: the names of the policies and the words that were found.</summary>
public sealed record Hold(HoldReasons Reasons, IReadOnlyList<string> Policies, IReadOnlyList<Words.WordFound> Words)
{
    public string Write() => JsonSerializer.Serialize(this);
}
