using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Tags;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Reads one page of a thread: the thread in one query, its floors with their authors in another.</summary>
public sealed class ThreadPageQuery(
    ForumDb db, BoardTrees trees, GroupSets groups, SettingsSource settings, Views views, FloorShow show, PollQuery polls, RecordsQuery records)
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
        var (rows, lastPage) = await new FloorRows(db, viewer, await show.VersionAsync(cancel), perPage).ReadAsync(thread, query, cancel);
        if (query.Page > lastPage) return Refusal.NotFound;
        views.Add(thread.Id);
        var onTop = query is { Page: 1, AuthorId: null };
        var pinned = onTop && thread.HasPinned ? await new FloorRows(db, viewer, await show.VersionAsync(cancel), perPage).PinnedAsync(thread, cancel) : [];
        var shown = await show.OfAsync(viewer, board!, thread, [.. rows, .. pinned], cancel);
        var floors = new FloorMaker(viewer, board!, thread, facts, await groups.CurrentAsync(cancel), shown);
        var first = rows.Find(r => r.Floor == 1);
        return new ThreadPage
        {
            Query = query,
            Board = board!,
            Path = BoardPageQuery.PathTo(board!, viewer),
            Head = Head(thread, board!),
            Floors = [.. rows.Select(floors.Make).OfType<Floor>()],
            Pinned = [.. pinned.Select(floors.Make).OfType<Floor>()],
            LastAct = onTop && thread.HasRecords ? await records.LastAsync(thread.Id, cancel) : null,
            LastPage = lastPage,
            PostsPerPage = perPage,
            WhyNotReply = ThreadRules.WhyNotReply(viewer, board, facts),
            MayPick = ThreadStaffRules.MayAct(viewer, board!),
            Powers = floors.ThreadPowers(first),
            Poll = thread.Kind == ThreadKind.Poll && first is not null
                ? await polls.OfAsync(viewer, board!, facts, floors.RankOf(first), cancel) : null,
        };
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
        Tags = TagNames.Split(t.TagNames),
        TypeName = board.Types.FirstOrDefault(x => x.Id == t.TypeId)?.Name,
        AuthorId = t.IsAnonymous ? null : t.AuthorId,
        AuthorName = t.IsAnonymous ? "" : t.AuthorName,
        CreatedAt = t.CreatedAt,
        LastPostAt = t.LastPostAt,
        Replies = t.Replies,
        Views = Math.Max(t.Views, t.Replies),
        LastFloor = t.LastFloor,
        NewestFirst = t.NewestFirst,
        HidesReplies = t.HidesReplies,
        Stamp = t.Stamp,
    };
}
