namespace ForumEngine.Boards;

public enum BoardKind
{
    Category = 0,
    Board = 1,
    SubBoard = 2,
}

/// <summary>What is read by staff before others see it (Discuz: modnewposts).</summary>
public enum BoardReview
{
    None = 0, Threads = 1, All = 2,
}

/// <summary>Categories, boards and sub-boards share one table and one id space, as Discuz has one fid (features.md A2).</summary>
public sealed class Board
{
    public const int NameLength = 50;
    public const int DescriptionLength = 500;

    public int Id { get; set; }
    public int? ParentId { get; set; }
    public BoardKind Kind { get; set; }

    /// <summary>Its address by name, <c>/boards/{slug}</c>; unique when given.</summary>
    public string? Slug { get; set; }

    public required string Name { get; set; }
    public string Description { get; set; } = "";

    /// <summary>Address of the icon; empty shows the default mark.</summary>
    public string Icon { get; set; } = "";

    /// <summary>Shown above the threads; forum code.</summary>
    public string Rules { get; set; } = "";

    /// <summary>Order among its siblings; smaller comes first.</summary>
    public int Position { get; set; }

    /// <summary>Hidden boards are listed for nobody but staff, and open for nobody else.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Moderators of this board act in its children too (Discuz: inheritedmod).</summary>
    public bool ModeratorsInherit { get; set; } = true;

    /// <summary>A thread here must have a type.</summary>
    public bool TypeRequired { get; set; }

    /// <summary>Members may post without their name where their group may not.</summary>
    public bool AllowsAnonymous { get; set; }

    /// <summary>Extensions that may be uploaded here, parted by commas; empty: as the group says.</summary>
    public string FileTypes { get; set; } = "";

    /// <summary>Address of a picture across the head; empty shows none.</summary>
    public string Banner { get; set; } = "";

    /// <summary>Colour of the name in lists: 1–8 as those of titles, 0 none.</summary>
    public int NameColour { get; set; }

    /// <summary>Where its page leads instead; empty for a board of its own.</summary>
    public string RedirectUrl { get; set; } = "";

    /// <summary>Readable as before; nobody writes any more.</summary>
    public bool IsArchived { get; set; }

    /// <summary>Null: none. A hash, never shown and never logged.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Published posts that a reader needs; staff are exempt from this and the next.</summary>
    public int AskPosts { get; set; }

    /// <summary>Days since a reader joined.</summary>
    public int AskDays { get; set; }

    /// <summary>Groups that need neither, parted by commas.</summary>
    public string AskExempt { get; set; } = "";

    /// <summary>Shows its sub-boards only and takes no threads.</summary>
    public bool OnlySubBoards { get; set; }

    /// <summary>Its row on the index names the sub-boards.</summary>
    public bool ShowsSubBoards { get; set; } = true;

    /// <summary>Of its list, where the address asks for none.</summary>
    public Threads.BoardOrder DefaultOrder { get; set; }

    /// <summary>The other way round: the oldest, the least first.</summary>
    public bool IsAscending { get; set; }

    /// <summary>Stickies of the site and of its category stand above its list too.</summary>
    public bool ShowsStickies { get; set; } = true;

    public bool AllowsCodes { get; set; } = true;
    public bool AllowsSmilies { get; set; } = true;

    /// <summary>Pictures of other sites; those uploaded are asked for by the rights.</summary>
    public bool AllowsImages { get; set; } = true;

    public bool AllowsMedia { get; set; } = true;
    public bool AllowsPolls { get; set; } = true;

    /// <summary>Authors change and delete what they wrote here, as their group may.</summary>
    public bool AuthorsEdit { get; set; } = true;

    /// <summary>What waits for review before it is published.</summary>
    public BoardReview Review { get; set; }

    /// <summary>Threads take no replies after so many days; 0 never. Staff are exempt.</summary>
    public int AutoCloseDays { get; set; }

    /// <summary>Those days count from the last reply, else from the start.</summary>
    public bool AutoCloseFromReply { get; set; }

    /// <summary>Moderators with the right write its rules.</summary>
    public bool ModeratorsEditRules { get; set; }

    /// <summary>Types are links above the list.</summary>
    public bool TypesListed { get; set; } = true;

    /// <summary>A thread's type stands before its title.</summary>
    public bool TypePrefix { get; set; } = true;

    public string SeoTitle { get; set; } = "";
    public string SeoDescription { get; set; } = "";
    public string SeoKeywords { get; set; } = "";

    /// <summary>Counts the changes of its settings: who saves over somebody else's is told.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Deleted or merged: out of the tree, its number never given again; null while it is there.</summary>
    public DateTime? GoneAt { get; set; }

    /// <summary>Where its address leads since it was merged.</summary>
    public int? MergedIntoId { get; set; }

    internal Board Copy() => (Board)MemberwiseClone();

    public bool CanHoldThreads => Kind != BoardKind.Category && !OnlySubBoards && RedirectUrl.Length == 0;
}
