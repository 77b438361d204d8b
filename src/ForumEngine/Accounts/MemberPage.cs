using ForumEngine.Groups;

namespace ForumEngine.Accounts;

/// <summary>A member as the profile shows them. What they wrote is counted without the deleted.</summary>
public sealed record MemberPage(int Id, string Name, Group? Group, string CustomTitle, DateTime JoinedAt, DateTime? LastSeenAt,
    int Threads, int Posts, int DigestThreads, string Bio, string Location, int AvatarVersion)
{
    /// <summary>Their application waits or was refused: only staff, and they themselves, know of them.</summary>
    public bool IsApplicant { get; init; }

    /// <summary>Posts without the first ones.</summary>
    public int Replies => Math.Max(0, Posts - Threads);
}

/// <summary>A piece of what a member wrote: a thread, or a reply with its beginning.</summary>
public sealed record MemberLine(long Id, string Title, string BoardName, int BoardId, int Replies, DateTime At, int Digest, string? Excerpt)
{
    /// <summary>Where it is read.</summary>
    public string Url => Excerpt is null ? $"/threads/{Id}" : $"/posts/{Id}";
}

/// <summary>A stretch of a list, newest first; <paramref name="Next"/> is the id to go on before.</summary>
public sealed record MemberLines(IReadOnlyList<MemberLine> Lines, long? Next);
