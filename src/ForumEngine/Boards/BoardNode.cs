using System.Collections.Frozen;
using System.Collections.Immutable;
using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>One board of the <see cref="BoardTree"/>, with what rights need to know of it.</summary>
public sealed class BoardNode
{
    private readonly FrozenDictionary<(int Group, BoardRight Right), bool> cells;

    public BoardNode(Board board, BoardNode? parent, IEnumerable<BoardCell> cells,
        IEnumerable<ModeratorName> moderators, IEnumerable<ThreadType> types)
    {
        (Id, Kind, Name, Description) = (board.Id, board.Kind, board.Name, board.Description);
        (Slug, Icon, Rules, IsHidden) = (board.Slug, board.Icon, board.Rules, board.IsHidden);
        (TypeRequired, ModeratorsInherit, Parent) = (board.TypeRequired, board.ModeratorsInherit, parent);
        (AllowsAnonymous, FileTypes) = (board.AllowsAnonymous, board.FileTypes);
        this.cells = cells.ToFrozenDictionary(c => (c.GroupId, c.Right), c => c.Allow);
        Moderators = [.. moderators];
        Types = [.. types.OrderBy(t => t.Position).Select(t => new ThreadTypeName(t.Id, t.Name, t.StaffOnly))];
        PathIds = parent is null ? [board.Id] : [.. parent.PathIds, board.Id];
    }

    public int Id { get; }
    public BoardKind Kind { get; }
    public string Name { get; }
    public string Description { get; }
    public string? Slug { get; }
    public string Icon { get; }
    public string Rules { get; }
    public bool IsHidden { get; }
    public bool TypeRequired { get; }
    public bool ModeratorsInherit { get; }
    public bool AllowsAnonymous { get; }
    public string FileTypes { get; }
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

    /// <summary>Allow, deny, or null for inherit.</summary>
    public bool? CellFor(int group, BoardRight right) => cells.TryGetValue((group, right), out var allow) ? allow : null;

    public bool IsModeratedBy(int memberId) =>
        Moderators.Any(m => m.Id == memberId) || Ancestors.Any(a => a.ModeratorsInherit && a.Moderators.Any(m => m.Id == memberId));

    /// <summary>Hidden boards are for staff; a hidden ancestor doesn't close a visible child.</summary>
    public bool IsOpenTo(Viewer viewer) => !IsHidden || viewer.IsStaff(this);
}

public sealed record ModeratorName(int Id, string Name);

public sealed record ThreadTypeName(int Id, string Name, bool StaffOnly);
