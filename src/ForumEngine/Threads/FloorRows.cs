using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Reads the floors of one page, in one query.</summary>
internal sealed class FloorRows(ForumDb db, Viewer viewer, int version, int perPage)
{
    private const int MostPinned = 10;

    public async Task<(List<FloorRow> Rows, int LastPage)> ReadAsync(Thread thread, ThreadQuery query, CancellationToken cancel)
    {
        var posts = db.Posts.Where(p => p.ThreadId == thread.Id);
        var newestFirst = query.NewestFirst ?? thread.NewestFirst;
        if (query.AuthorId is { } author) return await OfAuthorAsync(posts, author, query, newestFirst, cancel);
        var pages = Paging.Pages(thread.LastFloor, perPage);
        if (query.Page > pages) return ([], pages);
        if (newestFirst) return (await NewestFirstAsync(posts, thread.LastFloor, query.Page, cancel), pages);
        var from = (query.Page - 1) * perPage + 1;
        return (await FloorRow.From(db, viewer, version, posts.Where(p => p.Floor >= from && p.Floor < from + perPage)).OrderBy(r => r.Floor).ToListAsync(cancel), pages);
    }

    /// <summary>The newest pinned last, as they were pinned.</summary>
    public async Task<List<FloorRow>> PinnedAsync(Thread thread, CancellationToken cancel) =>
        [.. (await FloorRow.From(db, viewer, version, db.Posts.Where(p => p.ThreadId == thread.Id && p.PinnedAt != null && p.State == ContentState.Published)).Take(MostPinned).ToListAsync(cancel)).OrderBy(r => r.PinnedAt)];

    /// <summary>The first post stays on top, the rest newest first.</summary>
    private async Task<List<FloorRow>> NewestFirstAsync(IQueryable<Post> posts, int lastFloor, int page, CancellationToken cancel)
    {
        var high = lastFloor - (page - 1) * perPage;
        var low = Math.Max(2, high - perPage + 1);
        var rows = await FloorRow.From(db, viewer, version, posts.Where(p => (p.Floor >= low && p.Floor <= high) || (p.Floor == 1 && page == 1))).ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.Floor == 1).ThenByDescending(r => r.Floor)];
    }

    /// <summary>Anonymous posts are left out: the filter would say whose they are.</summary>
    private async Task<(List<FloorRow>, int)> OfAuthorAsync(IQueryable<Post> posts, int author, ThreadQuery query, bool newestFirst, CancellationToken cancel)
    {
        var own = posts.Where(p => p.AuthorId == author && !p.IsAnonymous);
        var skip = (query.Page - 1L) * perPage;
        if (skip > BoardPageQuery.FilteredRows) return ([], 0);
        var ordered = newestFirst ? own.OrderByDescending(p => p.Floor) : own.OrderBy(p => p.Floor);
        var floors = await ordered.Skip((int)skip).Take(perPage + 1).Select(p => p.Floor).ToListAsync(cancel);
        var shown = floors.Take(perPage).ToArray();
        var rows = await FloorRow.From(db, viewer, version, posts.Where(p => shown.Contains(p.Floor))).ToListAsync(cancel);
        return ([.. newestFirst ? rows.OrderByDescending(r => r.Floor) : rows.OrderBy(r => r.Floor)], query.Page + (floors.Count > perPage ? 1 : 0));
    }
}
