using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;

namespace ForumEngine.Threads;

/// <summary>What rules need to know of a thread.</summary>
public sealed record ThreadFacts(long Id, int BoardId, ContentState State, bool IsClosed, int ReadLevel, int? AuthorId, bool HidesReplies)
{
    public static System.Linq.Expressions.Expression<Func<Thread, ThreadFacts>> Of { get; } =
        t => new ThreadFacts(t.Id, t.BoardId, t.State, t.IsClosed, t.ReadLevel, t.AuthorId, t.HidesReplies);
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
        if (thread.IsClosed && !viewer.May(StaffRight.OpenClose, board!)) return Refusal.Forbidden("ThreadClosed");
        return null;
    }

    public static Refusal? WhyNotStart(Viewer viewer, BoardNode? board)
    {
        if (board is null || !viewer.May(BoardRight.View, board)) return Refusal.NotFound;
        if (viewer.IsGuest) return Refusal.SignInFirst;
        if (board.Kind == BoardKind.Category) return Refusal.Forbidden("CategoryHoldsNoThreads");
        return WhyNotWrite(viewer, BoardRight.PostThread, board);
    }

    /// <summary>A sanction says so itself; else the group may not.</summary>
    private static Refusal? WhyNotWrite(Viewer viewer, BoardRight right, BoardNode board)
    {
        if (viewer.May(right, board)) return null;
        if (viewer.WritingBarredBy(board.PathIds) is { } sanction) return sanction.Refusal(viewer.Zone);
        return Refusal.Forbidden(right == BoardRight.Reply ? "NoReplyRight" : "NoThreadRight");
    }
}
