using ForumEngine.Announcements;
using ForumEngine.Statistics;
using ForumEngine.Threads;

namespace ForumEngine.Boards;

/// <summary>The index, ready to draw.</summary>
public sealed record IndexPage(IReadOnlyList<IndexCategory> Categories, SiteFigures Figures, Online Online,
    IReadOnlyList<AnnouncementText> Announcements, IReadOnlyList<NewestThread> Newest);

/// <summary>A category with the boards this viewer may see.</summary>
public sealed record IndexCategory(int Id, string Name, IReadOnlyList<ModeratorName> Moderators, IReadOnlyList<BoardRow> Boards);

/// <summary>One board as a row: counts include the sub-boards the viewer may see.</summary>
public sealed record BoardRow(int Id, string Name, string Icon, string Description, IReadOnlyList<ModeratorName> Moderators,
    IReadOnlyList<BoardLink> SubBoards, int Threads, int Posts, int Today, BoardLast? Last, bool HasNew, bool IsHidden)
{
    /// <summary>The viewer may know of it, and not read it yet: a password or a condition.</summary>
    public bool IsLocked { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>Its address leads to another site.</summary>
    public bool LeadsElsewhere { get; init; }

    /// <summary>1–8, 0 none.</summary>
    public int NameColour { get; init; }
}

public sealed record BoardLink(int Id, string Name);

/// <summary>The last post of a board; the author id is null when anonymous or gone.</summary>
public sealed record BoardLast(long ThreadId, string Title, int? AuthorId, string AuthorName, DateTime At);
