namespace ForumEngine.Threads;

/// <summary>Discuz's numbers, so that an import keeps them (features.md A4).</summary>
public enum ThreadKind
{
    Plain = 0, Poll = 1, Trade = 2, Reward = 3, Activity = 4, Debate = 5,
}

public enum ContentState
{
    Published = 0,

    /// <summary>Sent back to review: keeps its place, seen by its author and staff.</summary>
    Hidden = 1,

    /// <summary>In the recycle bin.</summary>
    Recycled = 2,

    /// <summary>Merged: a thread of which only the address is left, which leads to another.</summary>
    Moved = 4,

    /// <summary>Taken out of the recycle bin for good: nothing but its number and floor is left.</summary>
    Purged = 5,
}

/// <summary>Where a thread stands above page 1 (features.md B2).</summary>
public enum Sticky
{
    No = 0, Board = 1, Category = 2, Site = 3,
}

/// <summary>A thread. State and stickiness are two columns, never one number as in Discuz.</summary>
public sealed class Thread
{
    /// <summary>Characters as people see them.</summary>
    public const int TitleLength = 80;

    public long Id { get; set; }
    public int BoardId { get; set; }
    public int? TypeId { get; set; }
    public ThreadKind Kind { get; set; }
    public ContentState State { get; set; }
    public Sticky Sticky { get; set; }

    /// <summary>精华 level, 0–3.</summary>
    public int Digest { get; set; }

    public bool IsClosed { get; set; }
    public required string Title { get; set; }

    /// <summary>Colour 1–8 of a moderator's highlight, 0 none.</summary>
    public int Colour { get; set; }

    public bool IsBold { get; set; }
    public bool IsItalic { get; set; }
    public bool IsUnderlined { get; set; }

    /// <summary>Behind the title in lists: 1–8, 0 none.</summary>
    public int Background { get; set; }

    /// <summary>图章: one of <see cref="Acts.Stamps"/>, 0 none.</summary>
    public int Stamp { get; set; }

    /// <summary>Staff raised or sank it: <see cref="LastPostAt"/> is this until somebody writes. Null: its own last post's.</summary>
    public DateTime? RaisedAt { get; set; }

    /// <summary>Staff did something to it: a page asks for the record only then. So with the next two.</summary>
    public bool HasRecords { get; set; }

    public bool HasBlocked { get; set; }
    public bool HasPinned { get; set; }

    /// <summary>Null when the member is gone; the name stays.</summary>
    public int? AuthorId { get; set; }

    public required string AuthorName { get; set; }
    public bool IsAnonymous { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>Floors given out; the next reply takes the one after it. Gapless at creation, deleted posts keep theirs.</summary>
    public int LastFloor { get; set; }

    /// <summary>Published posts without the first.</summary>
    public int Replies { get; set; }

    public int Views { get; set; }
    public int Heat { get; set; }
    public DateTime LastPostAt { get; set; }
    public int? LastAuthorId { get; set; }
    public required string LastAuthorName { get; set; }

    /// <summary>A reader's group needs at least this reading level; 0 for everyone.</summary>
    public int ReadLevel { get; set; }

    public bool HasImages { get; set; }
    public bool HasFiles { get; set; }

    /// <summary>Replies are for their authors, the starter and staff only.</summary>
    public bool HidesReplies { get; set; }

    /// <summary>The starter wants it read from the newest reply on.</summary>
    public bool NewestFirst { get; set; }

    /// <summary>The starter is told of replies.</summary>
    public bool NotifiesAuthor { get; set; } = true;

    /// <summary>Names of its tags, parted by commas, so that pages need no query for them; the truth is thread_tags.</summary>
    public string TagNames { get; set; } = "";

    /// <summary>A line left behind by a move, or a merged thread: its page answers 301 to that thread.</summary>
    public long? RedirectToThreadId { get; set; }
}
