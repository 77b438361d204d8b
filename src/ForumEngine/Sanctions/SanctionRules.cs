using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Sanctions;

/// <summary>Who may sanction whom, how and where (features.md B1). Pure; issuing and lifting ask the same.</summary>
public static class SanctionRules
{
    /// <summary>
    /// <paramref name="board"/> null means the whole site, which needs a rank that acts in all boards; a board's moderators
    /// act in theirs. A lock is of the whole account and an administrator's.
    /// </summary>
    public static Refusal? Check(Viewer who, SanctionKind kind, BoardNode? board, int memberId, Rank rank)
    {
        var right = RightFor(kind);
        if (kind == SanctionKind.Lock && board is not null) return Refusal.Invalid("BoardId", "LockIsSiteWide");
        if (kind == SanctionKind.Lock && !who.IsAdministrator) return Refusal.Forbidden("NeedsAdministrator") with { Field = "Kind" };
        if (who.Level(right) == 0) return Refusal.Forbidden("NeedsStaffRight") with { Field = "Kind" };
        if (!(board is null ? who.May(right) : who.May(right, board))) return Refusal.Forbidden("OnlyInYourBoards") with { Field = "BoardId" };
        return who.OverMember(memberId, rank) is { } refusal ? refusal with { Field = "UserName" } : null;
    }

    /// <summary>Boards in which this kind may be given; the form offers them.</summary>
    public static IEnumerable<BoardNode> BoardsFor(Viewer who, BoardTree tree) => tree.All.Where(b =>
        who.May(StaffRight.MuteMembers, b) || who.May(StaffRight.BlockMembers, b));

    /// <summary>Posts need the right to delete (each board is asked where they are found), the profile that to edit members.</summary>
    public static Refusal? WhyNotCleanUp(Viewer who, SanctionKind kind, CleanUpWish wish)
    {
        if ((wish.Parts & ~CleanUpChoices.For(kind).Offered) != ProfileParts.None) return Refusal.Invalid("CleanUpParts", "CleanUpNotWithKind");
        if (wish.Days is < 0 or > SanctionTerm.MaxDays) return Refusal.Invalid("CleanUpDays", "NotANumber");
        if (wish.Days is not null && who.Level(StaffRight.DeletePosts) == 0) return Refusal.Forbidden("NeedsStaffRight") with { Field = "CleanUpDays" };
        return wish.Parts == ProfileParts.None || who.May(StaffRight.EditMembers) ? null : Refusal.Forbidden("NeedsStaffRight") with { Field = "CleanUpParts" };
    }

    /// <summary>The kinds that this viewer may give somewhere, mildest first.</summary>
    public static IEnumerable<SanctionKind> KindsFor(Viewer who) =>
        Enum.GetValues<SanctionKind>().Where(k => who.Level(RightFor(k)) > 0 && (k != SanctionKind.Lock || who.IsAdministrator));

    private static StaffRight RightFor(SanctionKind kind) =>
        kind >= SanctionKind.Block ? StaffRight.BlockMembers : StaffRight.MuteMembers;
}
