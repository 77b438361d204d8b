using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Threads;

namespace ForumEngine.Acts;

/// <summary>Who may do what to a post. Pure: the use case and the floor's menu ask the same.</summary>
public static class PostActRules
{
    public static Refusal? WhyNot(Viewer who, BoardNode board, Thread thread, Post post, Rank authorRank, PostAct act) =>
        act is PostAct.Pin or PostAct.Unpin
            ? WhyNotPin(who, board, thread.AuthorId, thread.IsClosed, post.Floor)
            : ThreadStaffRules.Check(who, RightFor(act), board, post.AuthorId, authorRank);

    /// <summary>Replies are pinned by staff, whoever wrote them, and by who started the thread while it is open to them.</summary>
    public static Refusal? WhyNotPin(Viewer who, BoardNode board, int? starterId, bool isClosed, int floor)
    {
        if (floor == 1) return Refusal.Forbidden("FirstFloorIsFirst");
        if (who.May(StaffRight.PinReplies, board)) return null;
        if (!who.Is(starterId)) return Refusal.Forbidden("NeedsStaffRight");
        if (who.WritingBarredBy(board.PathIds) is { } sanction) return sanction.Refusal(who.Zone);
        return isClosed ? Refusal.Forbidden("ThreadClosed") : null;
    }

    private static ThreadAct RightFor(PostAct act) => act switch
    {
        PostAct.Delete => ThreadAct.Delete,
        PostAct.Restore => ThreadAct.Restore,
        _ => ThreadAct.Block,
    };
}
