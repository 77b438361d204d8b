using ForumEngine.Announcements;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Reads the index: the tree and the figures come from memory, the counters in one query.</summary>
public sealed class IndexPageQuery(ForumDb db, BoardTrees trees, SettingsSource settings, Figures figures, Visits visits,
    OnlineNow online, AnnouncementLine announcements, NewestThreads newest)
{
    public async Task<IndexPage> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var rows = await RowsAsync(viewer, cancel);
        var categories = tree.Roots
            .Select(root => (Root: root, Boards: BoardRows.Nearest(root, viewer).Select(rows.Of).ToList()))
            .Where(c => c.Boards.Count > 0)
            // A hidden category's visible boards still need a heading; whose it is, is not theirs to know.
            .Select(c => new IndexCategory(c.Root.Id, viewer.May(BoardRight.View, c.Root) ? c.Root.Name : "", viewer.May(BoardRight.View, c.Root) ? c.Root.Moderators : [], c.Boards))
            .ToList();
        return new IndexPage(categories, await figures.CurrentAsync(cancel), await online.CurrentAsync(cancel),
            await announcements.OnIndexAsync(viewer, cancel), await newest.CurrentAsync(cancel));
    }

    internal async Task<BoardRows> RowsAsync(Viewer viewer, CancellationToken cancel)
    {
        var stats = await db.BoardStats.ToDictionaryAsync(s => s.BoardId, cancel);
        var zone = (await settings.CurrentAsync(cancel)).Zone();
        return new BoardRows(viewer, stats, await visits.OfAsync(viewer, cancel), zone);
    }
}
