using System.Collections.Frozen;
using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>
/// All boards with their rights, types and moderators, in memory: some hundred rows at most, read when one changes.
/// Never changed after it is built, so all requests share the same object.
/// </summary>
public sealed class BoardTree
{
    private readonly FrozenDictionary<int, BoardNode> byId;

    public BoardTree(IReadOnlyList<BoardNode> roots)
    {
        Roots = roots;
        All = [.. roots.SelectMany(Flatten)];
        byId = All.ToFrozenDictionary(b => b.Id);
    }

    /// <summary>Categories, in their order.</summary>
    public IReadOnlyList<BoardNode> Roots { get; }

    /// <summary>Depth first: the order in which people read the index.</summary>
    public IReadOnlyList<BoardNode> All { get; }

    public BoardNode? Find(int id) => byId.GetValueOrDefault(id);

    /// <summary>The board if this viewer may know of it.</summary>
    public BoardNode? FindVisible(int id, Viewer viewer) =>
        Find(id) is { } board && viewer.May(BoardRight.View, board) ? board : null;

    /// <summary>Ids of all boards this viewer may read: what every list filters by.</summary>
    public int[] VisibleTo(Viewer viewer) =>
        [.. All.Where(b => viewer.May(BoardRight.View, b)).Select(b => b.Id)];

    private static IEnumerable<BoardNode> Flatten(BoardNode node) => node.Children.SelectMany(Flatten).Prepend(node);
}
