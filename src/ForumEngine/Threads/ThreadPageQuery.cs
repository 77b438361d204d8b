using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Reads one page of a thread: the thread in one query, its floors with their authors in another.</summary>
public sealed class ThreadPageQuery(ForumDb db, BoardTrees trees, GroupSets groups, SettingsSource settings, Views views, PostFiles files)
{
    /// <summary>A moved thread answers with the address it moved to.</summary>
    public async Task<Outcome<ThreadPage>> RunAsync(Viewer viewer, ThreadQuery query, CancellationToken cancel)
    {
        var thread = await db.Threads.SingleOrDefaultAsync(t => t.Id == query.ThreadId, cancel);
        if (thread is null) return Refusal.NotFound;
        var board = (await trees.CurrentAsync(cancel)).Find(thread.BoardId);
        var facts = FindPost.Facts(thread);
        if (ThreadRules.WhyNotRead(viewer, board, facts) is { } refused) return refused;
        if (thread.RedirectToThreadId is { } target) return new Refusal(RefusalKind.Moved, "ThreadMoved", target);

        var perPage = (await settings.CurrentAsync(cancel)).Reading.PostsPerPage;
        var (rows, lastPage) = await RowsAsync(thread, query, perPage, cancel);
        if (query.Page > lastPage) return Refusal.NotFound;
        views.Add(thread.Id);
        var attached = await files.OnAsync(viewer, board!, [.. rows.Where(r => r.Files > 0).Select(r => r.PostId)], cancel);
        var floors = new FloorMaker(viewer, board!, thread, facts, await groups.CurrentAsync(cancel), attached);
        return new ThreadPage
        {
            Query = query,
            Board = board!,
            Path = BoardPageQuery.PathTo(board!, viewer),
            Head = Head(thread, board!),
            Floors = [.. rows.Select(floors.Make).OfType<Floor>()],
            LastPage = lastPage,
            PostsPerPage = perPage,
            WhyNotReply = ThreadRules.WhyNotReply(viewer, board, facts),
            Powers = floors.ThreadPowers(rows.Find(r => r.Floor == 1)),
        };
    }

    private async Task<(List<FloorRow> Rows, int LastPage)> RowsAsync(Thread thread, ThreadQuery query, int perPage, CancellationToken cancel)
    {
        var posts = db.Posts.Where(p => p.ThreadId == thread.Id);
        if (query.AuthorId is { } author) return await OfAuthorAsync(posts, author, query, perPage, cancel);
        var pages = Paging.Pages(thread.LastFloor, perPage);
        if (query.Page > pages) return ([], pages);
        if (query.NewestFirst) return (await NewestFirstAsync(posts, thread.LastFloor, query.Page, perPage, cancel), pages);
        var from = (query.Page - 1) * perPage + 1;
        return (await FloorRow.From(db, posts.Where(p => p.Floor >= from && p.Floor < from + perPage)).OrderBy(r => r.Floor).ToListAsync(cancel), pages);
    }

    /// <summary>The first post stays on top, the rest newest first.</summary>
    private async Task<List<FloorRow>> NewestFirstAsync(IQueryable<Post> posts, int lastFloor, int page, int perPage, CancellationToken cancel)
    {
        var high = lastFloor - (page - 1) * perPage;
        var low = Math.Max(2, high - perPage + 1);
        var rows = await FloorRow.From(db, posts.Where(p => (p.Floor >= low && p.Floor <= high) || (p.Floor == 1 && page == 1))).ToListAsync(cancel);
        return [.. rows.OrderByDescending(r => r.Floor == 1).ThenByDescending(r => r.Floor)];
    }

    /// <summary>Anonymous posts are left out: the filter would say whose they are.</summary>
    private async Task<(List<FloorRow>, int)> OfAuthorAsync(IQueryable<Post> posts, int author, ThreadQuery query, int perPage, CancellationToken cancel)
    {
        var own = posts.Where(p => p.AuthorId == author && !p.IsAnonymous);
        var skip = (query.Page - 1L) * perPage;
        if (skip > BoardPageQuery.FilteredRows) return ([], 0);
        var ordered = query.NewestFirst ? own.OrderByDescending(p => p.Floor) : own.OrderBy(p => p.Floor);
        var floors = await ordered.Skip((int)skip).Take(perPage + 1).Select(p => p.Floor).ToListAsync(cancel);
        var shown = floors.Take(perPage).ToArray();
        var rows = await FloorRow.From(db, posts.Where(p => shown.Contains(p.Floor))).ToListAsync(cancel);
        return ([.. query.NewestFirst ? rows.OrderByDescending(r => r.Floor) : rows.OrderBy(r => r.Floor)], query.Page + (floors.Count > perPage ? 1 : 0));
    }

    private static ThreadHead Head(Thread t, BoardNode board) => new()
    {
        Id = t.Id,
        Title = t.Title,
        Kind = t.Kind,
        State = t.State,
        Sticky = t.Sticky,
        Digest = t.Digest,
        IsClosed = t.IsClosed,
        ReadLevel = t.ReadLevel,
        TypeId = t.TypeId,
        TypeName = board.Types.FirstOrDefault(x => x.Id == t.TypeId)?.Name,
        AuthorId = t.IsAnonymous ? null : t.AuthorId,
        AuthorName = t.IsAnonymous ? "" : t.AuthorName,
        CreatedAt = t.CreatedAt,
        LastPostAt = t.LastPostAt,
        Replies = t.Replies,
        Views = Math.Max(t.Views, t.Replies),
        LastFloor = t.LastFloor,
    };
}
