using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;

namespace ForumEngine.Threads;

/// <summary>What rules need to know of a thread.</summary>
public sealed record ThreadFacts(long Id, int BoardId, ContentState State, bool IsClosed, int ReadLevel, int? AuthorId, bool HidesReplies)
{
    public static System.Linq.Expressions.Expression<Func<Thread, ThreadFacts>> Of { get; } =
        t => new ThreadFacts(t.Id, t.BoardId, t.State, t.IsClosed, t.ReadLevel, t.AuthorId, t.HidesReplies) { CreatedAt = t.CreatedAt, LastPostAt = t.LastPostAt };

    /// <summary>For boards whose threads close by themselves.</summary>
    public DateTime CreatedAt { get; init; } = DateTime.MaxValue;

    public DateTime LastPostAt { get; init; } = DateTime.MaxValue;
}

/// <summary>
/// May this viewer read, answer, write? Pure: the use case and the page's buttons ask the same rule. A board that is null
/// is not there, and everything is refused as not found.
/// </summary>
public static class ThreadRules
{
    public static Refusal? WhyNotRead(Viewer viewer, BoardNode? board, ThreadFacts thread)
    {
        if (board is null || !viewer.May(BoardRight.View, board)) return Refusal.NotFound;
        if (thread.State == ContentState.Purged) return new Refusal(RefusalKind.Gone, "ThreadDeleted");
        // Nothing of it is left to read: its page leads to another thread, which asks for itself.
        if (thread.State == ContentState.Moved || ThreadStaffRules.SeesDeleted(viewer, board)) return null;
        var own = thread.AuthorId is not null && thread.AuthorId == viewer.MemberId;
        return thread.State switch
        {
            ContentState.Recycled => new Refusal(RefusalKind.Gone, "ThreadDeleted"),
            ContentState.Hidden when !own => Refusal.NotFound,
            _ when thread.ReadLevel > viewer.Level(GroupRight.ReadLevel) && !own => Refusal.Forbidden("ReadLevel", thread.ReadLevel),
            _ => null,
        };
    }

    public static Refusal? WhyNotReply(Viewer viewer, BoardNode? board, ThreadFacts thread)
    {
        if (WhyNotRead(viewer, board, thread) is { } unreadable) return unreadable;
        if (viewer.IsGuest) return Refusal.SignInFirst;
        if (thread.State == ContentState.Recycled) return Refusal.Forbidden("ThreadDeleted");
        if (thread.State == ContentState.Hidden) return Refusal.Forbidden("ThreadHidden");
        if (WhyNotWrite(viewer, BoardRight.Reply, board!) is { } barred) return barred;
        if (!thread.IsClosed && !HasRunOut(board!, thread, viewer.Now)) return null;
        return viewer.May(StaffRight.OpenClose, board!) ? null : Refusal.Forbidden(thread.IsClosed ? "ThreadClosed" : "ThreadRanOut");
    }

    public static Refusal? WhyNotStart(Viewer viewer, BoardNode? board)
    {
        if (board is null || !viewer.May(BoardRight.View, board)) return Refusal.NotFound;
        if (viewer.IsGuest) return Refusal.SignInFirst;
        if (!board.CanHoldThreads) return Refusal.Forbidden("CategoryHoldsNoThreads");
        return WhyNotWrite(viewer, BoardRight.PostThread, board);
    }

    /// <summary>The board takes no more replies to it, by its age.</summary>
    private static bool HasRunOut(BoardNode board, ThreadFacts thread, DateTime now) =>
        thread.CreatedAt != DateTime.MaxValue && board.ClosesAt(thread.CreatedAt, thread.LastPostAt) is { } end && end <= now;

    /// <summary>A sanction says so itself; else the group may not.</summary>
    private static Refusal? WhyNotWrite(Viewer viewer, BoardRight right, BoardNode board)
    {
        var decision = BoardAccess.Decide(viewer, right, board);
        if (decision.Allowed) return null;
        if (decision.By == DecidedBy.Archived) return Refusal.Forbidden("BoardArchived");
        if (viewer.WritingBarredBy(board.PathIds) is { } sanction) return sanction.Refusal(viewer.Zone);
        return Refusal.Forbidden(right == BoardRight.Reply ? "NoReplyRight" : "NoThreadRight");
    }
}
