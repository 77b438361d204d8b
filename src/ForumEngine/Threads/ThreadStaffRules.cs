using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Threads;

/// <summary>What staff do to a thread.</summary>
public enum ThreadAct
{
    Delete, Restore, Close, Open, Stick, Digest, Highlight, SetType, Stamp, Bump, Move, Copy, Merge, Split, Purge, Block, SeeAddress,
}

/// <summary>Who may do what to a thread or a reply (features.md B2). Pure: use cases ask it, pages show their buttons by it.</summary>
public static class ThreadStaffRules
{
    public static Refusal? Check(Viewer who, ThreadAct act, BoardNode board, int? authorId, Rank authorRank) =>
        who.May(RightFor(act), board) ? who.OverContentOf(authorId, authorRank) : Refusal.Forbidden("NeedsStaffRight");

    /// <summary>Sticking and unsticking: neither the old nor the new level may be above one's own.</summary>
    public static Refusal? CheckLevel(Viewer who, Sticky from, Sticky to) =>
        (int)from <= who.Level(StaffRight.StickLevel) && (int)to <= who.Level(StaffRight.StickLevel)
            ? null
            : Refusal.Forbidden("StickTooHigh", Math.Min(who.Level(StaffRight.StickLevel), (int)Sticky.Site)) with { Field = "Level" };

    /// <summary>精华: neither the old nor the new level may be above one's own.</summary>
    public static Refusal? CheckDigest(Viewer who, int from, int to) =>
        from <= who.Level(StaffRight.DigestLevel) && to <= who.Level(StaffRight.DigestLevel)
            ? null
            : Refusal.Forbidden("DigestTooHigh", Math.Min(who.Level(StaffRight.DigestLevel), 3)) with { Field = "Digest" };

    /// <summary>What is deleted is shown to those who could bring it back or have taken it away; to others it isn't there.</summary>
    public static bool SeesDeleted(Viewer who, BoardNode board) =>
        who.May(StaffRight.DeletePosts, board) || who.May(StaffRight.RestorePosts, board);

    /// <summary>Something at least, to threads of lower ranks in this board.</summary>
    public static bool MayAct(Viewer who, BoardNode board) =>
        Enum.GetValues<ThreadAct>().Any(act => act != ThreadAct.SeeAddress && who.May(RightFor(act), board));

    private static readonly ThreadAct[] More =
        [ThreadAct.Digest, ThreadAct.Highlight, ThreadAct.SetType, ThreadAct.Stamp, ThreadAct.Bump, ThreadAct.Move, ThreadAct.Copy, ThreadAct.Merge, ThreadAct.Split];

    /// <summary>The buttons of a thread's page, all at once.</summary>
    public static ThreadStaffButtons Buttons(Viewer who, BoardNode board, int? authorId, Rank authorRank)
    {
        return new(Allowed(ThreadAct.Delete), Allowed(ThreadAct.Restore), Allowed(ThreadAct.Close),
            Allowed(ThreadAct.Stick) ? (Sticky)Math.Min(who.Level(StaffRight.StickLevel), (int)Sticky.Site) : Sticky.No, More.Any(Allowed));

        bool Allowed(ThreadAct act) => Check(who, act, board, authorId, authorRank) is null;
    }

    private static StaffRight RightFor(ThreadAct act) => act switch
    {
        ThreadAct.Delete => StaffRight.DeletePosts,
        ThreadAct.Restore => StaffRight.RestorePosts,
        ThreadAct.Stick => StaffRight.StickLevel,
        ThreadAct.Digest => StaffRight.DigestLevel,
        ThreadAct.Highlight => StaffRight.Highlight,
        ThreadAct.SetType => StaffRight.SetType,
        ThreadAct.Stamp => StaffRight.Stamp,
        ThreadAct.Bump => StaffRight.Bump,
        ThreadAct.Move => StaffRight.Move,
        ThreadAct.Copy => StaffRight.Copy,
        ThreadAct.Merge => StaffRight.Merge,
        ThreadAct.Split => StaffRight.Split,
        ThreadAct.Purge => StaffRight.PurgePosts,
        ThreadAct.Block => StaffRight.BlockPosts,
        ThreadAct.SeeAddress => StaffRight.SeeAddresses,
        _ => StaffRight.OpenClose,
    };
}

/// <summary><paramref name="Stick"/> is the highest level that may be set; <see cref="Sticky.No"/> shows no button.</summary>
public sealed record ThreadStaffButtons(bool Delete, bool Restore, bool OpenClose, Sticky Stick, bool Acts)
{
    public static readonly ThreadStaffButtons None = new(false, false, false, Sticky.No, false);
}
