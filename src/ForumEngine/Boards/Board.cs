namespace ForumEngine.Boards;

public enum BoardKind
{
    Category = 0,
    Board = 1,
    SubBoard = 2,
}

/// <summary>Categories, boards and sub-boards share one table and one id space, as Discuz has one fid (features.md A2).</summary>
public sealed class Board
{
    public const int NameLength = 50;
    public const int DescriptionLength = 500;

    public int Id { get; set; }
    public int? ParentId { get; set; }
    public BoardKind Kind { get; set; }

    /// <summary>For seeds and, later, for addresses by name; unique when given.</summary>
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

    public bool CanHoldThreads => Kind != BoardKind.Category;
}
