using System.Collections.Frozen;
using System.Collections.Immutable;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;

namespace ForumEngine.Boards;

/// <summary>One board of the <see cref="BoardTree"/>, with what rights need to know of it.</summary>
public sealed class BoardNode
{
    private readonly Board board;
    private readonly FrozenDictionary<(int Group, BoardRight Right), bool> cells;

    public BoardNode(Board board, BoardNode? parent, IEnumerable<BoardCell> cells,
        IEnumerable<ModeratorName> moderators, IEnumerable<ThreadType> types)
    {
        (this.board, Parent) = (board, parent);
        this.cells = cells.ToFrozenDictionary(c => (c.GroupId, c.Right), c => c.Allow);
        Moderators = [.. moderators];
        Types = [.. types.OrderBy(t => t.Position).Select(t => new ThreadTypeName(t.Id, t.Name, t.StaffOnly))];
        PathIds = parent is null ? [board.Id] : [.. parent.PathIds, board.Id];
        Lock = BoardLock.Of(board);
        Switches = (board.AllowsCodes ? PostOptions.None : PostOptions.NoCodes) | (board.AllowsSmilies ? PostOptions.None : PostOptions.NoSmilies)
            | (board.AllowsImages ? PostOptions.None : PostOptions.NoImages) | (board.AllowsMedia ? PostOptions.None : PostOptions.NoMedia);
    }

    /// <summary>The same with something changed, to try out what would follow; the tree knows nothing of it.</summary>
    private BoardNode(BoardNode like, Board board, BoardNode? parent, FrozenDictionary<(int Group, BoardRight Right), bool> cells, ImmutableArray<ModeratorName> moderators)
    {
        (this.board, Parent, this.cells, Moderators) = (board, parent, cells, moderators);
        (Types, PathIds, Switches, Lock, Children) = (like.Types, like.PathIds, like.Switches, BoardLock.Of(board), like.Children);
    }

    internal BoardNode With(Action<Board> change)
    {
        var copy = board.Copy();
        change(copy);
        return new BoardNode(this, copy, Parent, cells, Moderators);
    }

    internal BoardNode ModeratedBy(int memberId) => new(this, board, Parent, cells, Moderators.Add(new ModeratorName(memberId, "")));

    /// <summary>With other cells at this board or at one above it; null clears them.</summary>
    internal BoardNode WithCells(int boardId, int group, IEnumerable<BoardRight> rights, bool? allow)
    {
        if (boardId != Id) return new BoardNode(this, board, Parent?.WithCells(boardId, group, rights, allow), cells, Moderators);
        var changed = new Dictionary<(int Group, BoardRight Right), bool>(cells);
        foreach (var right in rights)
            if (allow is { } answer) changed[(group, right)] = answer;
            else changed.Remove((group, right));
        return new BoardNode(this, board, Parent, changed.ToFrozenDictionary(), Moderators);
    }

    public int Id => board.Id;
    public BoardKind Kind => board.Kind;
    public string Name => board.Name;
    public string Description => board.Description;
    public string? Slug => board.Slug;
    public string Icon => board.Icon;
    public string Banner => board.Banner;
    public int NameColour => board.NameColour;
    public string Rules => board.Rules;
    public string RedirectUrl => board.RedirectUrl;
    public bool IsHidden => board.IsHidden;
    public bool IsArchived => board.IsArchived;
    public bool CanHoldThreads => board.CanHoldThreads;
    public bool ShowsSubBoards => board.ShowsSubBoards;
    public BoardOrder DefaultOrder => board.DefaultOrder;
    public bool IsAscending => board.IsAscending;
    public bool ShowsStickies => board.ShowsStickies;
    public bool TypeRequired => board.TypeRequired;
    public bool TypesListed => board.TypesListed;
    public bool TypePrefix => board.TypePrefix;
    public bool ModeratorsInherit => board.ModeratorsInherit;
    public bool ModeratorsEditRules => board.ModeratorsEditRules;
    public bool AllowsAnonymous => board.AllowsAnonymous;
    public bool AllowsPolls => board.AllowsPolls;
    public bool AuthorsEdit => board.AuthorsEdit;
    public BoardReview Review => board.Review;
    public string FileTypes => board.FileTypes;
    public string SeoTitle => board.SeoTitle;
    public string SeoDescription => board.SeoDescription;
    public string SeoKeywords => board.SeoKeywords;

    /// <summary>What a text written here is rendered without.</summary>
    public PostOptions Switches { get; }

    /// <summary>What a reader needs besides the right; null when nothing.</summary>
    public BoardLock? Lock { get; }

    /// <summary>When a thread stops taking replies; null never.</summary>
    public DateTime? ClosesAt(DateTime createdAt, DateTime lastPostAt) =>
        board.AutoCloseDays == 0 ? null : (board.AutoCloseFromReply ? lastPostAt : createdAt).AddDays(board.AutoCloseDays);

    public BoardNode? Parent { get; }
    public ImmutableArray<ModeratorName> Moderators { get; }
    public ImmutableArray<ThreadTypeName> Types { get; }

    /// <summary>Set once while the tree is built.</summary>
    public IReadOnlyList<BoardNode> Children { get; internal set; } = [];

    /// <summary>From the category down to this board.</summary>
    public ImmutableArray<int> PathIds { get; }

    public IEnumerable<BoardNode> Ancestors
    {
        get
        {
            for (var at = Parent; at is not null; at = at.Parent) yield return at;
        }
    }

    /// <summary>This board and all below it.</summary>
    public IEnumerable<BoardNode> SelfAndBelow => Children.SelectMany(c => c.SelfAndBelow).Prepend(this);

    public int CategoryId => PathIds[0];

    /// <summary>False spares the look-up: most boards have none.</summary>
    public bool HasCells => cells.Count > 0;

    /// <summary>Allow, deny, or null for inherit.</summary>
    public bool? CellFor(int group, BoardRight right) => cells.TryGetValue((group, right), out var allow) ? allow : null;

    public bool IsModeratedBy(int memberId) =>
        Moderators.Any(m => m.Id == memberId) || Ancestors.Any(a => a.ModeratorsInherit && a.Moderators.Any(m => m.Id == memberId));

    /// <summary>Hidden boards are for staff; a hidden ancestor doesn't close a visible child.</summary>
    public bool IsOpenTo(Viewer viewer) => !IsHidden || viewer.IsStaff(this);
}

public sealed record ModeratorName(int Id, string Name);

public sealed record ThreadTypeName(int Id, string Name, bool StaffOnly);
