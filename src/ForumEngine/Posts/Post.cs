using ForumEngine.Threads;

namespace ForumEngine.Posts;

public enum PostFormat
{
    /// <summary>Forum code.</summary>
    Code = 0, Plain = 1, Html = 2,
}

/// <summary>What the author chose for this post (features.md A3, post options).</summary>
[Flags]
public enum PostOptions
{
    None = 0,
    Signature = 1,

    /// <summary>Codes of smilies stay as typed.</summary>
    NoSmilies = 2,

    /// <summary>Bare addresses stay text.</summary>
    NoLinks = 4,

    /// <summary>The board allows no codes: tags stay as typed. This and the next were the board's when it was written.</summary>
    NoCodes = 8,

    /// <summary>Pictures of other sites are links.</summary>
    NoImages = 16,

    /// <summary>Videos are links.</summary>
    NoMedia = 32,
}

/// <summary>
/// A post. The primary key is (thread, floor), so a page of a thread is one range read and page 10,000 costs what page 1
/// costs; <see cref="Id"/> is unique beside it, since merging, splitting and moving renumber floors.
/// </summary>
public sealed class Post
{
    public long ThreadId { get; set; }

    /// <summary>1 is the thread's own text.</summary>
    public int Floor { get; set; }

    /// <summary>From <see cref="Storage.IdSource"/>: unique, not in time order.</summary>
    public long Id { get; set; }

    public int? AuthorId { get; set; }

    /// <summary>As it was when written.</summary>
    public required string AuthorName { get; set; }

    public bool IsAnonymous { get; set; }

    /// <summary>A warning for it is in the book (<see cref="Warnings.Warning"/>).</summary>
    public bool IsWarned { get; set; }

    public ContentState State { get; set; }
    public PostFormat Format { get; set; }

    /// <summary>As written.</summary>
    public required string Body { get; set; }

    /// <summary>Rendered once, and again when <see cref="RendererVersion"/> is behind.</summary>
    public required string Html { get; set; }

    public int RendererVersion { get; set; }

    /// <summary>The parts of the rendered form that not every reader may see; null without any.</summary>
    public string? HiddenHtml { get; set; }

    public PostOptions Options { get; set; }

    /// <summary>屏蔽: its text is for staff only.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>A reply that stands on page 1 as well, since then.</summary>
    public DateTime? PinnedAt { get; set; }

    /// <summary>Members who support it (支持).</summary>
    public int Likes { get; set; }

    /// <summary>Files that hang on it: a page asks for them only where there are some.</summary>
    public int Files { get; set; }

    public DateTime CreatedAt { get; set; }
    public DateTime? EditedAt { get; set; }
    public string? EditedBy { get; set; }
    public string? EditReason { get; set; }

    /// <summary>Two editors never overwrite each other silently.</summary>
    public int Version { get; set; }

    public byte[]? Address { get; set; }
    public int Port { get; set; }

    /// <summary>The form's own id: the same one posted twice yields one post. Cleared after 30 days.</summary>
    public Guid? SubmissionId { get; set; }
}
