using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>The review queue on the desk: what waits longest stands first; nobody takes anything, since it is decided at once.</summary>
public sealed class ReviewBox(ForumDb db, BoardTrees trees) : IDeskBox
{
    public string Key => "queue";
    public int Order => 20;

    public async Task<BoxCount?> CountAsync(Viewer who, BoxScope scope, CancellationToken cancel)
    {
        var boards = await BoardsAsync(who, BoxScope.Everywhere, cancel);
        if (boards.Count == 0) return null;
        int[] ids = [.. boards.Keys.Where(scope.Holds)];
        var waiting = await Places(PendingState.Waiting, ids).OrderBy(p => p.Row.CreatedAt).Select(p => p.Row.CreatedAt).Take(BoxCount.Most).ToListAsync(cancel);
        return new BoxCount(waiting.Count, waiting.Count == 0 ? null : waiting[0]);
    }

    public async Task<IReadOnlyList<BoxLine>> ReadAsync(Viewer who, BoxQuery query, CancellationToken cancel)
    {
        // Decided ones are in the log.
        if (query.Show != BoxShow.Waiting) return [];
        var boards = await BoardsAsync(who, query.Scope, cancel);
        if (boards.Count == 0) return [];
        var places = Places(PendingState.Waiting, [.. boards.Keys]);
        if (query.Search.Length > 0) places = places.Where(p => p.Row.Title.Contains(query.Search) || p.Row.AuthorName.Contains(query.Search) || p.Row.Body.Contains(query.Search));
        if (BoxCursor.Read(query.After) is { } after)
        {
            var (at, id) = after;
            places = places.Where(p => p.Row.CreatedAt >= at && (p.Row.CreatedAt > at || p.Row.Id > id));
        }
        var rows = await places.OrderBy(p => p.Row.CreatedAt).ThenBy(p => p.Row.Id).Take(query.Take + 1)
            .Select(p => new { p.Row, p.Title, p.BoardId, Joined = db.Members.Where(m => m.Id == p.Row.AuthorId && !p.Row.IsAnonymous).Select(m => (DateTime?)m.JoinedAt).FirstOrDefault() }).ToListAsync(cancel);
        return [.. rows.Select(r => LineOf(r.Row, r.Title ?? r.Row.Title, boards[r.BoardId], r.Joined))];
    }

    private async Task<Dictionary<int, BoardNode>> BoardsAsync(Viewer who, BoxScope scope, CancellationToken cancel) =>
        (await trees.CurrentAsync(cancel)).All.Where(b => scope.Holds(b.Id) && ReviewRules.Decides(who, b)).ToDictionary(b => b.Id);

    private IQueryable<Place> Places(PendingState state, int[] boards) =>
        from p in db.PendingPosts
        join t in db.Threads on p.ThreadId equals t.Id into threads
        from t in threads.DefaultIfEmpty()
        let board = t == null ? p.BoardId : t.BoardId
        where p.State == state && boards.Contains(board)
        select new Place { Row = p, BoardId = board, Title = t == null ? null : t.Title };

    private static BoxLine LineOf(PendingPost p, string title, BoardNode board, DateTime? joined) =>
        new(BoxLineKind.Review, title, string.Create(CultureInfo.InvariantCulture, $"/desk/queue/{p.Id}"), p.CreatedAt, p.CreatedAt, new BoxCursor(p.CreatedAt, p.Id).ToString())
        {
            SubKey = p.PostId is not null ? "Line_QueueEdit" : p.ThreadId is null ? "Line_QueueThread" : "Line_QueueReply",
            SubArguments = [PostMarkup.ToExcerpt(p.Body, 80)],
            By = p.IsAnonymous ? "" : p.AuthorName,
            Board = board.Name,
            Joined = joined,
        };

    private sealed record Place
    {
        public required PendingPost Row { get; init; }
        public int BoardId { get; init; }
        public string? Title { get; init; }
    }
}
