using ForumEngine.Permissions;

namespace ForumEngine.Staff;

/// <summary>
/// One box of the desk: reports, the review queue, appeals, new members. A feature adds its own to the services as an
/// <see cref="IDeskBox"/>; the desk counts, lists and merges them and knows nothing else of them. Its name is the text
/// <c>Box_{Key}</c> of DeskText, its page <c>/desk/{Key}</c>.
/// </summary>
public interface IDeskBox
{
    /// <summary>Lower-case word, part of its address.</summary>
    string Key { get; }

    /// <summary>Where it stands among the others.</summary>
    int Order { get; }

    /// <summary>Null for whoever has nothing to do with it: the box isn't shown. One query at most.</summary>
    Task<BoxCount?> CountAsync(Viewer who, BoxScope scope, CancellationToken cancel);

    /// <summary>
    /// At most <see cref="BoxQuery.Take"/> lines and one more, by rising <see cref="BoxLine.Sort"/> (those that are done: the
    /// newest first); empty for whoever has nothing to do with it.
    /// </summary>
    Task<IReadOnlyList<BoxLine>> ReadAsync(Viewer who, BoxQuery query, CancellationToken cancel);
}

/// <summary>What waits for this viewer. <paramref name="Waiting"/> stops at <see cref="Most"/>: nobody counts further.</summary>
public sealed record BoxCount(int Waiting, DateTime? Oldest)
{
    public const int Most = 100;

    /// <summary>Taken by the viewer; null where nothing can be taken.</summary>
    public int? Mine { get; init; }
}

/// <summary>Which boards are looked at; null is all in which the viewer acts.</summary>
public sealed record BoxScope(IReadOnlySet<int>? Boards)
{
    public static readonly BoxScope Everywhere = new((IReadOnlySet<int>?)null);

    public bool Holds(int board) => Boards is null || Boards.Contains(board);
}

/// <summary>Which of a box's lines.</summary>
public enum BoxShow
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting,

    /// <summary>Taken by the viewer and not yet decided.</summary>
    Mine,

    /// <summary>Decided, by whomever.</summary>
    Done,
}

/// <summary><paramref name="After"/> is the <see cref="BoxLine.Cursor"/> of the last line before this page; a box ignores what it can't read.</summary>
public sealed record BoxQuery(BoxScope Scope, BoxShow Show = BoxShow.Waiting, string? After = null, int Take = 20)
{
    /// <summary>Part of a title or a name; empty finds everything.</summary>
    public string Search { get; init; } = "";
}

/// <summary>What a line is about: chooses its drawing and colour.</summary>
public enum BoxLineKind
{
    Report, Urgent, Complaint, Review, Appeal, NewMember,
}

/// <summary>A line of the list: three rows and a time.</summary>
public sealed record BoxLine(BoxLineKind Kind, string Title, string Url, DateTime At, DateTime Sort, string Cursor)
{
    /// <summary>A text of DeskText and what fills its places; the second row.</summary>
    public string SubKey { get; init; } = "";

    public object[] SubArguments { get; init; } = [];

    /// <summary>Empty where nobody is named.</summary>
    public string By { get; init; } = "";

    /// <summary>Empty outside of boards.</summary>
    public string Board { get; init; } = "";

    /// <summary>When the one it is about joined; the list marks newcomers.</summary>
    public DateTime? Joined { get; init; }

    /// <summary>When it should be decided; what is later is marked.</summary>
    public DateTime? Due { get; init; }

    /// <summary>Who has taken it, or how it ended: a text of DeskText with <see cref="MarkArguments"/>; empty for none.</summary>
    public string MarkKey { get; init; } = "";

    public object[] MarkArguments { get; init; } = [];

    /// <summary>The number by which several lines are ticked for an act on all of them; null where none is offered.</summary>
    public long? Tick { get; init; }
}
