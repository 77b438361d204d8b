using ForumEngine.Announcements;
using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Threads;

public enum BoardOrder
{
    LastPost, Created, Replies, Views, Heat,
}

/// <summary>What a board's address asks for; unknown words fall back to the default.</summary>
public sealed record BoardQuery(int BoardId, int Page, BoardOrder? Order, string? Filter, int? TypeId, TimeSpan? Since)
{
    /// <summary>The plain list: as the board orders it and unfiltered.</summary>
    public bool IsPlain => Order is null && Filter is null && TypeId is null && Since is null;
}

/// <summary>A board's page, ready to draw.</summary>
public sealed record BoardPage
{
    public required BoardQuery Query { get; init; }
    public required BoardNode Board { get; init; }

    /// <summary>From the category down, as far as the viewer may see them; without the board itself.</summary>
    public required IReadOnlyList<BoardLink> Path { get; init; }

    public required IReadOnlyList<BoardRow> SubBoards { get; init; }
    public int Threads { get; init; }
    public int Posts { get; init; }
    public int Today { get; init; }

    /// <summary>Those that stand above this board.</summary>
    public IReadOnlyList<AnnouncementText> Announcements { get; init; } = [];

    /// <summary>Above page 1 only, and not counted in its rows.</summary>
    public IReadOnlyList<ThreadRow> Stickies { get; init; } = [];

    public required IReadOnlyList<ThreadRow> Rows { get; init; }

    /// <summary>Null where nobody counted; then <see cref="HasNext"/> decides.</summary>
    public int? LastPage { get; init; }

    public bool HasNext { get; init; }

    /// <summary>Null: the viewer may start a thread here.</summary>
    public Refusal? WhyNotStart { get; init; }

    public bool IsStaff { get; init; }

    public bool MayEditRules { get; init; }

    /// <summary>Threads may be chosen and acted on together.</summary>
    public bool MayAct { get; init; }
}

/// <summary>One thread as a row.</summary>
public sealed record ThreadRow
{
    public long Id { get; init; }
    public required string Title { get; init; }
    public int BoardId { get; init; }
    public int? TypeId { get; init; }
    public string? TypeName { get; init; }
    public ThreadKind Kind { get; init; }
    public Sticky Sticky { get; init; }
    public int Digest { get; init; }
    public bool IsClosed { get; init; }
    public int Colour { get; init; }
    public bool IsBold { get; init; }
    public bool IsItalic { get; init; }
    public bool IsUnderlined { get; init; }
    public int Background { get; init; }
    public int Stamp { get; init; }

    /// <summary>Null when anonymous or gone.</summary>
    public int? AuthorId { get; init; }

    /// <summary>Empty when anonymous.</summary>
    public required string AuthorName { get; init; }

    public DateTime CreatedAt { get; init; }
    public int Replies { get; init; }

    /// <summary>Never below the replies (features.md G5).</summary>
    public int Views { get; init; }

    public int Heat { get; init; }
    public int? LastAuthorId { get; init; }
    public required string LastAuthorName { get; init; }
    public DateTime LastPostAt { get; init; }
    public int ReadLevel { get; init; }
    public bool HasImages { get; init; }
    public bool HasFiles { get; init; }
    public long? RedirectToThreadId { get; init; }

    /// <summary>Its newest reply is on the first page.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Pages of the thread.</summary>
    public int Pages { get; init; }

    public bool IsNew { get; init; }
}
