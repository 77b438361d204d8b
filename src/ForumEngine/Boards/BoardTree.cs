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

    private readonly FrozenDictionary<string, BoardNode> bySlug;
    private readonly FrozenDictionary<int, int> merged;

    public BoardTree(IReadOnlyList<BoardNode> roots, IReadOnlyDictionary<int, int>? merged = null)
    {
        this.merged = (merged ?? new Dictionary<int, int>()).ToFrozenDictionary();
        Roots = roots;
        All = [.. roots.SelectMany(Flatten)];
        byId = All.ToFrozenDictionary(b => b.Id);
        bySlug = All.Where(b => b.Slug is not null).ToFrozenDictionary(b => b.Slug!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Categories, in their order.</summary>
    public IReadOnlyList<BoardNode> Roots { get; }

    /// <summary>Depth first: the order in which people read the index.</summary>
    public IReadOnlyList<BoardNode> All { get; }

    public BoardNode? Find(int id) => byId.GetValueOrDefault(id);

    public BoardNode? FindSlug(string slug) => bySlug.GetValueOrDefault(slug);

    /// <summary>The board that took in the one of this number; null when it is there still, or never was.</summary>
    public BoardNode? FindMerged(int id)
    {
        for (var steps = 0; steps <= merged.Count && merged.TryGetValue(id, out var to); steps++)
        {
            if (Find(to) is { } board) return board;
            id = to;
        }
        return null;
    }

    /// <summary>The board if this viewer may know of it.</summary>
    public BoardNode? FindVisible(int id, Viewer viewer) =>
        Find(id) is { } board && viewer.May(BoardRight.View, board) ? board : null;

    /// <summary>Ids of all boards this viewer may read: what every list filters by.</summary>
    public int[] VisibleTo(Viewer viewer) =>
        [.. All.Where(b => viewer.May(BoardRight.View, b)).Select(b => b.Id)];

    private static IEnumerable<BoardNode> Flatten(BoardNode node) => node.Children.SelectMany(Flatten).Prepend(node);
}
