using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Feeds;

/// <summary>A thread as a feed shows it; the author is empty when anonymous, the text when it is withheld.</summary>
public sealed record FeedThread(long Id, string Title, string Author, DateTime CreatedAt, DateTime ChangedAt, string Html);

/// <summary>The newest threads that guests may read, with their first posts (features.md A7: 20).</summary>
public sealed class ThreadFeed(ForumDb db, BoardTrees trees, Viewers viewers)
{
    private const int Count = 20;

    public async Task<IReadOnlyList<FeedThread>> OfSiteAsync(CancellationToken cancel) =>
        await ReadAsync((await ReadableAsync(cancel)).OrderByDescending(t => t.Id).Take(Count), cancel);

    /// <summary>Null for a board that guests may not see.</summary>
    public async Task<(BoardNode Board, IReadOnlyList<FeedThread> Threads)?> OfBoardAsync(int boardId, CancellationToken cancel)
    {
        if ((await trees.CurrentAsync(cancel)).FindVisible(boardId, await viewers.GuestAsync(cancel)) is not { } board) return null;
        var below = board.SelfAndBelow.Select(b => b.Id).ToArray();
        var threads = (await ReadableAsync(cancel)).Where(t => below.Contains(t.BoardId));
        // Two ranges of the index (BoardId, State, Sticky, Id), each read from its end.
        var newest = threads.Where(t => t.Sticky == Sticky.No).OrderByDescending(t => t.Id).Take(Count)
            .Concat(threads.Where(t => t.Sticky != Sticky.No).OrderByDescending(t => t.Id).Take(Count));
        return (board, await ReadAsync(newest.OrderByDescending(t => t.Id).Take(Count), cancel));
    }

    private async Task<IQueryable<Thread>> ReadableAsync(CancellationToken cancel) =>
        db.Threads.ReadableBy(await viewers.GuestAsync(cancel), await trees.CurrentAsync(cancel));

    private async Task<IReadOnlyList<FeedThread>> ReadAsync(IQueryable<Thread> newest, CancellationToken cancel)
    {
        var rows = await (from t in newest
                          join p in db.Posts on new { ThreadId = t.Id, Floor = 1 } equals new { p.ThreadId, p.Floor }
                          orderby t.Id descending
                          select new
                          {
                              t.Id,
                              t.Title,
                              t.AuthorName,
                              t.IsAnonymous,
                              t.CreatedAt,
                              p.EditedAt,
                              p.State,
                              p.Html,
                              p.RendererVersion,
                              Body = p.RendererVersion < PostMarkup.RendererVersion ? p.Body : null
                          }).ToListAsync(cancel);
        return [.. rows.Select(r => new FeedThread(r.Id, r.Title, r.IsAnonymous ? "" : r.AuthorName, r.CreatedAt, r.EditedAt ?? r.CreatedAt,
            r.State != ContentState.Published ? "" : r.Body is { } stale ? PostMarkup.ToHtml(stale) : r.Html))];
    }
}
