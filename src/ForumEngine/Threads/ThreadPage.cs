using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Polls;

namespace ForumEngine.Threads;

/// <summary>What a thread's address asks for. <paramref name="AuthorId"/>: 只看该作者; <paramref name="NewestFirst"/>: 倒序浏览; null is as the starter wants it.</summary>
public sealed record ThreadQuery(long ThreadId, int Page, int? AuthorId, bool? NewestFirst);

/// <summary>A page of a thread, ready to draw: the view asks the database nothing.</summary>
public sealed record ThreadPage
{
    public required ThreadQuery Query { get; init; }
    public required ThreadHead Head { get; init; }

    /// <summary>How this page is ordered.</summary>
    public bool IsNewestFirst => Query.NewestFirst ?? Head.NewestFirst;

    public required BoardNode Board { get; init; }
    public required IReadOnlyList<BoardLink> Path { get; init; }
    public required IReadOnlyList<Floor> Floors { get; init; }
    public int LastPage { get; init; }
    public int PostsPerPage { get; init; }

    /// <summary>Only with floor 1 of a poll's thread.</summary>
    public PollView? Poll { get; init; }

    /// <summary>Null: the viewer may reply.</summary>
    public Refusal? WhyNotReply { get; init; }

    /// <summary>Replies that stand on top of page 1; they stand on their own floors too.</summary>
    public IReadOnlyList<Floor> Pinned { get; init; } = [];

    /// <summary>What staff did last; page 1 only.</summary>
    public Acts.RecordLine? LastAct { get; init; }

    /// <summary>Posts may be chosen and acted on together.</summary>
    public bool MayPick { get; init; }

    public ThreadPowers Powers { get; init; } = new();
}

public sealed record ThreadHead
{
    public long Id { get; init; }
    public required string Title { get; init; }
    public ThreadKind Kind { get; init; }
    public ContentState State { get; init; }
    public Sticky Sticky { get; init; }
    public int Digest { get; init; }
    public bool IsClosed { get; init; }
    public int ReadLevel { get; init; }
    public string? TypeName { get; init; }
    public int? TypeId { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Null when anonymous or gone.</summary>
    public int? AuthorId { get; init; }

    /// <summary>Empty when anonymous.</summary>
    public string AuthorName { get; init; } = "";

    public DateTime CreatedAt { get; init; }
    public DateTime LastPostAt { get; init; }
    public int Replies { get; init; }
    public int Views { get; init; }
    public int LastFloor { get; init; }

    /// <summary>The order without asking for one.</summary>
    public bool NewestFirst { get; init; }

    public bool HidesReplies { get; init; }
    public int Stamp { get; init; }
}

/// <summary>What staff may do to this thread; the buttons follow the use cases' own rules.</summary>
public sealed record ThreadPowers(bool Delete = false, bool Restore = false, bool OpenClose = false, int StickLevel = 0)
{
    /// <summary>One of the other acts, or several at once.</summary>
    public bool Acts { get; init; }

    public bool Any => Delete || Restore || OpenClose || StickLevel > 0 || Acts;
}

/// <summary>One post on its floor.</summary>
public sealed record Floor
{
    public long PostId { get; init; }
    public int Number { get; init; }

    /// <summary>Null when the member is gone or hidden by anonymity; then <see cref="AuthorName"/> may be empty.</summary>
    public AuthorCard? Author { get; init; }

    public required string AuthorName { get; init; }

    /// <summary>Safe HTML from the markup library.</summary>
    public required string Html { get; init; }

    /// <summary>Files below the text.</summary>
    public Attachments.FilesOfPost Files { get; init; } = Attachments.FilesOfPost.None;

    public ContentState State { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime? EditedAt { get; init; }
    public string? EditedBy { get; init; }
    public string? EditReason { get; init; }

    /// <summary>Written by the one who started the thread.</summary>
    public bool IsStarter { get; init; }

    /// <summary>Written without a name.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Safe HTML; empty where there is none to show.</summary>
    public string Signature { get; init; } = "";

    public int Likes { get; init; }

    /// <summary>By this viewer.</summary>
    public bool IsLiked { get; init; }

    /// <summary>For guests too: they are asked to sign in.</summary>
    public bool CanLike { get; init; }

    /// <summary>Who wrote it may be asked, by a logged act.</summary>
    public bool CanReveal { get; init; }

    /// <summary>屏蔽.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Blocked, and the viewer is nobody to read it.</summary>
    public bool IsTextWithheld { get; init; }

    public bool IsPinned { get; init; }
    public bool CanBlock { get; init; }
    public bool CanPin { get; init; }
    public bool CanSeeAddress { get; init; }
    public bool CanSplit { get; init; }
    public bool HasHistory { get; init; }
    public bool CanEdit { get; init; }
    public bool CanWarn { get; init; }

    /// <summary>Its author was warned for it.</summary>
    public bool IsWarned { get; init; }

    public bool CanDeleteOwn { get; init; }
    public bool CanDelete { get; init; }
    public bool CanRestore { get; init; }
    public bool CanQuote { get; init; }
    public bool CanMute { get; init; }

    /// <summary>For guests too: they are asked to sign in.</summary>
    public bool CanReport { get; init; }
}

/// <summary>The author column (features.md A2).</summary>
public sealed record AuthorCard(int Id, string Name, string GroupTitle, int Stars, Rank Rank, string CustomTitle,
    int Threads, int Posts, int DigestThreads, DateTime JoinedAt, string Location, int AvatarVersion);
