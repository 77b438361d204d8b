using ForumEngine.Announcements;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Reads one page of a board: its counters, its stickies (page 1 of the plain list), its threads.</summary>
public sealed class BoardPageQuery(
    ForumDb db, BoardTrees trees, SettingsSource settings, IndexPageQuery index, Visits visits, ThreadAnchors anchors, AnnouncementLine announcements)
{
    /// <summary>Filtered and otherwise ordered lists are not counted and end here (architecture.md 4.5).</summary>
    public const int FilteredRows = 1000;

    public async Task<Outcome<BoardPage>> RunAsync(Viewer viewer, BoardQuery query, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        if (tree.Find(query.BoardId) is not { } board) return Refusal.NotFound;
        if (WhyNotOpen(viewer, board) is { } shut) return shut;
        if (query.Order == board.DefaultOrder) query = query with { Order = null };
        var reading = (await settings.CurrentAsync(cancel)).Reading;
        var rows = await index.RowsAsync(viewer, cancel);
        var own = rows.Of(board);
        var page = new BoardPage
        {
            Query = query,
            Board = board,
            Path = PathTo(board, viewer),
            Rows = [],
            SubBoards = [.. BoardRows.Nearest(board, viewer).Select(rows.Of)],
            Threads = own.Threads,
            Posts = own.Posts,
            Today = own.Today,
            WhyNotStart = ThreadRules.WhyNotStart(viewer, board),
            IsStaff = viewer.IsStaff(board),
            MayEditRules = EditRules.WhyNot(viewer, board) is null,
            MayAct = ThreadStaffRules.MayAct(viewer, board),
            Announcements = await announcements.AboveAsync(viewer, board.Id, cancel),
        };
        if (!board.CanHoldThreads) return page;

        var found = await ThreadsAsync(viewer, query, board, tree, reading.ThreadsPerPage, cancel);
        if (found is null) return Refusal.NotFound;
        var seen = await visits.OfAsync(viewer, cancel);
        IReadOnlyList<ThreadRow> stickies = query is { IsPlain: true, Page: 1 } ? await StickiesAsync(viewer, board, tree, cancel) : [];
        if (seen is not null) visits.Visit(viewer, seen, board.Id);
        return page with
        {
            Stickies = [.. stickies.Select(r => r.Complete(tree, reading.PostsPerPage, seen))],
            Rows = [.. found.Rows.Take(reading.ThreadsPerPage).Select(r => r.Complete(tree, reading.PostsPerPage, seen))],
            HasNext = found.Rows.Count > reading.ThreadsPerPage,
            LastPage = found.LastPage,
        };
    }

    /// <summary>Who may know of it is told what would open it; to all others it isn't there.</summary>
    public static Refusal? WhyNotOpen(Viewer viewer, BoardNode board)
    {
        var seen = BoardAccess.Decide(viewer, BoardRight.View, board);
        if (seen.Allowed) return null;
        if (!viewer.MayKnow(board)) return Refusal.NotFound;
        if (seen.By == DecidedBy.Password) return Refusal.Forbidden("BoardPassword");
        return viewer.IsGuest ? Refusal.SignInFirst : Refusal.Forbidden("BoardAsks", board.Lock!.AskPosts, board.Lock.AskDays);
    }

    public static IReadOnlyList<BoardLink> PathTo(BoardNode board, Viewer viewer) =>
        [.. board.Ancestors.Where(a => viewer.May(BoardRight.View, a)).Reverse().Select(a => new BoardLink(a.Id, a.Name))];

    private sealed record Found(List<ThreadRow> Rows, int? LastPage);

    /// <summary>Null when the page lies beyond the end. One row more than a page says whether there is a next one.</summary>
    private async Task<Found?> ThreadsAsync(Viewer viewer, BoardQuery query, BoardNode board, BoardTree tree, int perPage, CancellationToken cancel)
    {
        var threads = db.Threads.VisibleTo(viewer, tree).Where(t => t.BoardId == query.BoardId && t.Sticky == Sticky.No);
        var skip = (query.Page - 1L) * perPage;
        // Only this one is counted and has anchors.
        var usual = query.IsPlain && board is { DefaultOrder: BoardOrder.LastPost, IsAscending: false };
        if (skip > int.MaxValue || (!usual && skip + perPage > FilteredRows)) return null;
        IQueryable<Thread> ordered;
        int? last = null;
        if (usual)
        {
            var start = await anchors.StartAsync(query.BoardId, skip, cancel);
            if (query.Page > 1 && start.Skip > start.Threads + perPage) return null;
            if (start.Anchor is { } a)
                threads = threads.Where(t => t.LastPostAt <= a.LastPostAt && (t.LastPostAt < a.LastPostAt || t.Id < a.Id));
            ordered = threads.OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id);
            (skip, last) = (start.Skip, Paging.Pages(start.Threads, perPage));
        }
        else ordered = Order(Filter(threads, query, viewer.Now), query.Order ?? board.DefaultOrder, query.Order is null && board.IsAscending);

        var rows = await ordered.Skip((int)skip).Take(perPage + 1).AsRows().ToListAsync(cancel);
        return rows.Count == 0 && query.Page > 1 ? null : new Found(rows, last);
    }

    private static IQueryable<Thread> Filter(IQueryable<Thread> threads, BoardQuery query, DateTime now)
    {
        if (query.TypeId is { } type) threads = threads.Where(t => t.TypeId == type);
        if (query.Since is { } span) { var since = now - span; threads = threads.Where(t => t.LastPostAt >= since); }
        return query.Filter switch
        {
            "digest" => threads.Where(t => t.Digest > 0),
            "poll" => threads.Where(t => t.Kind == ThreadKind.Poll),
            "reward" => threads.Where(t => t.Kind == ThreadKind.Reward),
            _ => threads,
        };
    }

    private static IQueryable<Thread> Order(IQueryable<Thread> threads, BoardOrder order, bool ascending) => order switch
    {
        BoardOrder.Created when ascending => threads.OrderBy(t => t.Id),
        BoardOrder.Replies when ascending => threads.OrderBy(t => t.Replies).ThenBy(t => t.Id),
        BoardOrder.Views when ascending => threads.OrderBy(t => t.Views).ThenBy(t => t.Id),
        BoardOrder.Heat when ascending => threads.OrderBy(t => t.Heat).ThenBy(t => t.Id),
        _ when ascending => threads.OrderBy(t => t.LastPostAt).ThenBy(t => t.Id),
        BoardOrder.Created => threads.OrderByDescending(t => t.Id),
        BoardOrder.Replies => threads.OrderByDescending(t => t.Replies).ThenByDescending(t => t.Id),
        BoardOrder.Views => threads.OrderByDescending(t => t.Views).ThenByDescending(t => t.Id),
        BoardOrder.Heat => threads.OrderByDescending(t => t.Heat).ThenByDescending(t => t.Id),
        _ => threads.OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id),
    };

    /// <summary>Site, category, board; each by last post.</summary>
    private Task<List<ThreadRow>> StickiesAsync(Viewer viewer, BoardNode board, BoardTree tree, CancellationToken cancel)
    {
        var category = (tree.Find(board.CategoryId)?.SelfAndBelow ?? []).Select(b => b.Id).ToArray();
        var threads = board.ShowsStickies ? db.Threads : db.Threads.Where(t => t.BoardId == board.Id);
        return threads.VisibleTo(viewer, tree)
            // The range first: it is what the index of stickies is entered by; the alternatives alone read every thread.
            .Where(t => t.Sticky >= Sticky.Board)
            .Where(t => t.Sticky == Sticky.Site || (t.Sticky == Sticky.Category && category.Contains(t.BoardId)) || (t.Sticky == Sticky.Board && t.BoardId == board.Id))
            .OrderByDescending(t => t.Sticky).ThenByDescending(t => t.LastPostAt).Take(50).AsRows().ToListAsync(cancel);
    }
}
