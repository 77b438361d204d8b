using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>A line of the queue. <paramref name="Title"/> is the thread's; the name is empty where the post is anonymous.</summary>
public sealed record PendingLine(long Id, int Version, bool IsThread, bool IsEdit, string Title, string Excerpt, BoardNode Board, string AuthorName, HoldReasons Reasons, PendingState State, DateTime At);

/// <summary>A stretch of the queue, oldest first; <paramref name="Next"/> is the id to go on after.</summary>
public sealed record PendingList(IReadOnlyList<PendingLine> Lines, long? Next);

/// <summary>A pending post with the board in which it is now; the thread is null for a new one, or when it was purged.</summary>
public sealed record PendingInPlace(PendingPost Row, Thread? Thread, BoardNode Board);

/// <summary>What waits, in the boards where the viewer decides; elsewhere there is nothing.</summary>
public sealed class ReviewDesk(ForumDb db, BoardTrees trees)
{
    public const int PageSize = 20;
    private const int ExcerptLength = 120;

    /// <summary>The boards in which the viewer decides.</summary>
    public async Task<IReadOnlyDictionary<int, BoardNode>> BoardsAsync(Viewer who, CancellationToken cancel) =>
        (await trees.CurrentAsync(cancel)).All.Where(b => ReviewRules.Decides(who, b)).ToDictionary(b => b.Id);

    /// <summary>Forbidden for those who decide nowhere.</summary>
    public async Task<Outcome<PendingList>> ListAsync(Viewer who, PendingState state, long? after, CancellationToken cancel)
    {
        var boards = await BoardsAsync(who, cancel);
        if (boards.Count == 0) return Refusal.Forbidden("NeedsStaffRight");
        var found = Places(boards).Where(p => p.Row.State == state && (after == null || p.Row.Id > after));
        var rows = await found.OrderBy(p => p.Row.Id).Take(PageSize + 1).ToListAsync(cancel);
        var lines = rows.Take(PageSize).Select(p => Line(p.Row, p.ThreadTitle ?? p.Row.Title, boards[p.BoardId])).ToList();
        return new PendingList(lines, rows.Count > PageSize ? rows[PageSize - 1].Row.Id : null);
    }

    /// <summary>The next one that waits behind this id, or before it when none does.</summary>
    public async Task<long?> NextAsync(Viewer who, long id, CancellationToken cancel)
    {
        var waiting = Places(await BoardsAsync(who, cancel)).Where(p => p.Row.State == PendingState.Waiting && p.Row.Id != id).Select(p => p.Row.Id);
        return await waiting.Where(i => i > id).OrderBy(i => i).Select(i => (long?)i).FirstOrDefaultAsync(cancel) ?? await waiting.OrderBy(i => i).Select(i => (long?)i).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Rejected ones are their authors' again, and gone from here.</summary>
    public async Task<Outcome<PendingInPlace>> FindAsync(Viewer who, long id, CancellationToken cancel)
    {
        var boards = await BoardsAsync(who, cancel);
        var place = await Places(boards).SingleOrDefaultAsync(p => p.Row.Id == id && p.Row.State != PendingState.Rejected, cancel);
        if (place is null) return Refusal.NotFound;
        var thread = place.Row.ThreadId is { } inThread ? await db.Threads.SingleOrDefaultAsync(t => t.Id == inThread, cancel) : null;
        return new PendingInPlace(place.Row, thread, boards[place.BoardId]);
    }

    /// <summary>A reply is where its thread is now.</summary>
    private IQueryable<Place> Places(IReadOnlyDictionary<int, BoardNode> boards)
    {
        int[] ids = [.. boards.Keys];
        return from p in db.PendingPosts
               join t in db.Threads on p.ThreadId equals t.Id into threads
               from t in threads.DefaultIfEmpty()
               let board = t == null ? p.BoardId : t.BoardId
               where ids.Contains(board)
               select new Place { Row = p, BoardId = board, ThreadTitle = t == null ? null : t.Title };
    }

    private static PendingLine Line(PendingPost p, string title, BoardNode board) => new(p.Id, p.Version, p.ThreadId is null, p.PostId is not null, title,
        PostMarkup.ToExcerpt(p.Body, ExcerptLength), board, p.IsAnonymous ? "" : p.AuthorName, p.Reasons, p.State, p.CreatedAt);

    private sealed record Place
    {
        public required PendingPost Row { get; init; }
        public int BoardId { get; init; }
        public string? ThreadTitle { get; init; }
    }
}
