using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>Moves a thread to another board, with its address; a redirect may stay in the old board's list for some time.</summary>
public sealed class MoveThread(ForumDb db, BoardTrees trees, SettingsSource settings)
{
    internal async Task<Refusal?> RunAsync(HeldThread held, MoveOrder order, long? undoes, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Move) is { } refused) return refused;
        var target = (await trees.CurrentAsync(cancel)).FindVisible(order.BoardId, held.Who);
        if (WhyNotTo(held.Who, target, held.Board) is { } not) return not;
        if (PostRules.WhyNotType(held.Who, target!, order.TypeId) is { } mistyped) return mistyped;
        var dropsSticky = held.Who.Rank == Rank.Moderator && held.Thread.Sticky != Sticky.No;
        if (dropsSticky && ThreadStaffRules.CheckLevel(held.Who, held.Thread.Sticky, Sticky.No) is { } tooHigh) return tooHigh with { Field = null };
        var to = new Place(target!.Id, order.TypeId is > 0 ? order.TypeId.Value : 0, dropsSticky ? 0 : (int)held.Thread.Sticky);
        await GoAsync(held, to, order.LeavesStub ? order.StubUntil ?? DateTime.MaxValue : null, undoes, cancel);
        return null;
    }

    /// <summary>Boards that the viewer may move threads to: those they see and may start threads in, or are staff of. Pure.</summary>
    public static Refusal? WhyNotTo(Viewer who, BoardNode? target, BoardNode from)
    {
        if (target is null) return Refusal.Invalid("BoardId", "NoSuchBoard");
        if (target.Kind == BoardKind.Category) return Refusal.Invalid("BoardId", "CategoryHoldsNoThreads");
        if (target.Id == from.Id) return Refusal.Invalid("BoardId", "SameBoard");
        return who.IsStaff(target) || ThreadRules.WhyNotStart(who, target) is null ? null : Refusal.Invalid("BoardId", "NoMoveThere");
    }

    /// <summary>What a form offers, in the order of the tree, with the categories they stand in.</summary>
    public static IReadOnlyList<BoardNode> TargetsFor(Viewer who, BoardTree tree) =>
        [.. tree.All.Where(b => b.Kind == BoardKind.Category ? who.May(BoardRight.View, b) : who.IsStaff(b) || ThreadRules.WhyNotStart(who, b) is null)];

    /// <summary>Back to where it was before this record, if it stands where the record left it.</summary>
    internal async Task<Refusal?> UndoAsync(HeldThread held, ThreadRecord record, CancellationToken cancel)
    {
        if (Place.Of(held.Thread).ToString() != record.After) return UndoAct.InTheWay;
        var back = Place.Parse(record.Before);
        if ((await trees.CurrentAsync(cancel)).FindVisible(back.BoardId, held.Who) is not { } old) return UndoAct.InTheWay;
        if (held.Check(ThreadAct.Move) is { } refused) return refused;
        if (WhyNotTo(held.Who, old, held.Board) is { } not) return not with { Field = null };
        await GoAsync(held, back, null, record.Id, cancel);
        return null;
    }

    /// <summary>The board that a move left.</summary>
    internal static int FromOf(ThreadRecord record) => Place.Parse(record.Before).BoardId;

    private async Task GoAsync(HeldThread held, Place to, DateTime? stub, long? undoes, CancellationToken cancel)
    {
        var (thread, from, now) = (held.Thread, Place.Of(held.Thread), held.Who.Now);
        // A redirect to itself would stand beside it.
        await db.Threads.Where(t => t.RedirectToThreadId == thread.Id && t.BoardId == to.BoardId && t.State == ContentState.Published).ExecuteDeleteAsync(cancel);
        await held.RecordAsync(new Done(Facet.Board, "thread.move", from.ToString(), to.ToString())
        {
            Until = stub == DateTime.MaxValue ? null : stub,
            Undoes = undoes,
        }, cancel);
        if (stub is not null) db.Threads.Add(StubOf(thread));
        (thread.BoardId, thread.TypeId, thread.Sticky) = (to.BoardId, to.TypeId == 0 ? null : to.TypeId, (Sticky)to.Sticky);
        if (thread.State != ContentState.Published) return;
        var today = await Days.PostsTodayAsync(db, thread.Id, now, (await settings.CurrentAsync(cancel)).Zone(), cancel);
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(from.BoardId, -1, -(thread.Replies + 1), now, null) { Today = -today }, now);
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(to.BoardId, 1, thread.Replies + 1, now, null) { Today = today }, now);
    }

    /// <summary>A line in the old board's list that leads to the thread; it has no posts and counts nowhere.</summary>
    private static Thread StubOf(Thread thread) => new()
    {
        BoardId = thread.BoardId,
        Title = thread.Title,
        AuthorId = thread.AuthorId,
        AuthorName = thread.AuthorName,
        IsAnonymous = thread.IsAnonymous,
        CreatedAt = thread.CreatedAt,
        LastPostAt = thread.LastPostAt,
        LastAuthorId = thread.LastAuthorId,
        LastAuthorName = thread.LastAuthorName,
        ReadLevel = thread.ReadLevel,
        RedirectToThreadId = thread.Id,
    };

    /// <summary>What a move changes.</summary>
    private sealed record Place(int BoardId, int TypeId, int Sticky)
    {
        public static Place Of(Thread t) => new(t.BoardId, t.TypeId ?? 0, (int)t.Sticky);

        public override string ToString() => string.Join(' ', new[] { BoardId, TypeId, Sticky }.Select(Mark.Text));

        public static Place Parse(string text) => text.Split(' ').Select(Mark.Number).ToArray() is var n ? new(n[0], n[1], n[2]) : null!;
    }
}
