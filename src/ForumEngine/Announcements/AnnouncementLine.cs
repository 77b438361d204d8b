using ForumEngine.Boards;
using ForumEngine.Keeping;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Announcements;

/// <summary>An announcement, rendered. <paramref name="Url"/>: where it leads instead of a page of its own.</summary>
public sealed record AnnouncementText(int Id, string Title, string Html, string Url, DateTime From, DateTime? Until, int? AuthorId, string AuthorName)
{
    /// <summary>Empty is everybody.</summary>
    public IReadOnlyList<int> GroupIds { get; init; } = [];

    /// <summary>Above which it stands; empty is the index.</summary>
    public IReadOnlyList<int> BoardIds { get; init; } = [];

    /// <summary>Where its line leads.</summary>
    public string Path => Url.Length > 0 ? Url : $"/announcements/{Id}";

    public bool IsInForce(DateTime now) => From <= now && (Until is null || now < Until);

    /// <summary>
    /// In force, and for this reader: administrators and the groups named, and, where it stands above boards, whoever may see one
    /// of them. To all others it isn't there.
    /// </summary>
    public bool IsFor(Viewer viewer, BoardTree tree) => IsInForce(viewer.Now)
        && (GroupIds.Count == 0 || viewer.IsAdministrator || GroupIds.Any(viewer.GroupIds.Contains))
        && (BoardIds.Count == 0 || BoardIds.Any(id => tree.Find(id) is { } board && viewer.May(BoardRight.View, board)));
}

/// <summary>All announcements, in memory: for the lines above index and boards and for their pages.</summary>
public sealed class AnnouncementLine(Snapshots snapshots, BoardTrees trees)
{
    /// <summary>Of the index, in the staff's order.</summary>
    public async Task<IReadOnlyList<AnnouncementText>> OnIndexAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await ForAsync(viewer, cancel)).Where(a => a.BoardIds.Count == 0)];

    /// <summary>Above a board's list.</summary>
    public async Task<IReadOnlyList<AnnouncementText>> AboveAsync(Viewer viewer, int boardId, CancellationToken cancel) =>
        [.. (await ForAsync(viewer, cancel)).Where(a => a.BoardIds.Contains(boardId))];

    /// <summary>All that are in force and for this reader, the newest first.</summary>
    public async Task<IReadOnlyList<AnnouncementText>> NewestAsync(Viewer viewer, CancellationToken cancel) =>
        [.. (await ForAsync(viewer, cancel)).OrderByDescending(a => a.From)];

    /// <summary>Null for one that is over, hasn't begun or isn't for this reader, alike.</summary>
    public async Task<AnnouncementText?> FindAsync(int id, Viewer viewer, CancellationToken cancel) =>
        (await ForAsync(viewer, cancel)).FirstOrDefault(a => a.Id == id);

    private async Task<IEnumerable<AnnouncementText>> ForAsync(Viewer viewer, CancellationToken cancel)
    {
        var all = await snapshots.GetAsync(Kinds.Announcements, LoadAsync, cancel);
        if (all.Count == 0) return [];
        var tree = await trees.CurrentAsync(cancel);
        return all.Where(a => a.IsFor(viewer, tree));
    }

    private static async Task<List<AnnouncementText>> LoadAsync(ForumDb db, CancellationToken cancel)
    {
        var rows = await db.Announcements.OrderBy(a => a.Position).ThenByDescending(a => a.Id).ToListAsync(cancel);
        return rows.ConvertAll(Render);
    }

    public static AnnouncementText Render(Announcement a) => new(a.Id, a.Title, PostMarkup.ToHtml(a.Body), a.Url, a.From, a.Until, a.AuthorId, a.AuthorName)
    {
        GroupIds = IdList.Split(a.GroupIds),
        BoardIds = IdList.Split(a.BoardIds),
    };
}
