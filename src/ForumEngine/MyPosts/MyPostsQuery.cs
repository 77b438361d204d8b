using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.MyPosts;

/// <summary>
/// What a member wrote, for nobody but them: anonymous writing too, and what is in review or deleted. Boards that were closed to
/// them since are left out, since their threads' titles may have changed.
/// </summary>
public sealed class MyPostsQuery(ForumDb db, BoardTrees trees)
{
    public const int PageSize = 20;
    private const int ExcerptLength = 100;

    /// <summary>Threads older than the one with the id <paramref name="before"/>, or the newest.</summary>
    public async Task<MyPostList> ThreadsAsync(Viewer who, long? before, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var boards = tree.VisibleTo(who);
        var rows = await db.Threads
            .Where(t => t.AuthorId == who.MemberId && t.RedirectToThreadId == null && boards.Contains(t.BoardId) && (before == null || t.Id < before))
            .OrderByDescending(t => t.Id).Take(PageSize + 1)
            .Select(t => new { t.Id, t.Title, t.BoardId, t.Replies, t.CreatedAt, t.State, t.IsAnonymous }).ToListAsync(cancel);
        return Page([.. rows.Select(t => new MyPostLine(
            t.Id, t.Title, t.BoardId, tree.Find(t.BoardId)!.Name, t.Replies, t.CreatedAt, t.State, t.IsAnonymous, t.State == ContentState.Recycled, null))]);
    }

    /// <summary>Replies older than the one with the id <paramref name="before"/>, or the newest.</summary>
    public async Task<MyPostList> RepliesAsync(Viewer who, long? before, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var boards = tree.VisibleTo(who);
        var posts = db.Posts.Where(p => p.AuthorId == who.MemberId && p.Floor > 1);
        // Ids are not in the order of time, so the list goes by both.
        if (before is { } last && await posts.Where(p => p.Id == last).Select(p => (DateTime?)p.CreatedAt).SingleOrDefaultAsync(cancel) is { } at)
            posts = posts.Where(p => p.CreatedAt < at || (p.CreatedAt == at && p.Id < last));
        var rows = await (
            from p in posts
            join t in db.Threads.Where(t => boards.Contains(t.BoardId)) on p.ThreadId equals t.Id
            orderby p.CreatedAt descending, p.Id descending
            select new { p.Id, t.Title, t.BoardId, t.Replies, p.CreatedAt, p.State, ThreadState = t.State, p.IsAnonymous, Body = p.IsBlocked ? "" : p.Body })
            .Take(PageSize + 1).ToListAsync(cancel);
        return Page([.. rows.Select(p => new MyPostLine(p.Id, p.Title, p.BoardId, tree.Find(p.BoardId)!.Name, p.Replies, p.CreatedAt,
            Worse(p.State, p.ThreadState), p.IsAnonymous, p.ThreadState == ContentState.Recycled, PostMarkup.ToExcerpt(p.Body, ExcerptLength)))]);
    }

    private static ContentState Worse(ContentState one, ContentState other) => one > other ? one : other;

    private static MyPostList Page(MyPostLine[] lines) =>
        lines.Length > PageSize ? new MyPostList(lines[..PageSize], lines[PageSize - 1].Id) : new MyPostList(lines, null);
}
