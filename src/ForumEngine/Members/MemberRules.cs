using ForumEngine.Groups;
using ForumEngine.Permissions;

namespace ForumEngine.Members;

/// <summary>Who may change whose account (features.md B0, C1). Pure; forms and use cases ask the same.</summary>
public static class MemberRules
{
    /// <summary>Lower ranks' accounts, and one's own.</summary>
    public static Refusal? WhyNotEdit(Viewer who, int memberId, Rank rank)
    {
        if (!who.May(StaffRight.EditMembers)) return Refusal.NotFound;
        return who.Is(memberId) ? null : who.OverMember(memberId, rank);
    }

    /// <summary>Lower ranks' second factors, and for founders another founder's; never one's own.</summary>
    public static Refusal? WhyNotRemoveFactor(Viewer who, int memberId, Rank rank, bool has)
    {
        if (!who.May(StaffRight.EditMembers)) return Refusal.NotFound;
        if (who.Is(memberId) || who.Rank < Rank.Founder || rank < Rank.Founder)
            if (who.OverMember(memberId, rank) is { } refused) return refused;
        return has ? null : new Refusal(RefusalKind.Conflict, "FactorIsOff");
    }

    /// <summary>Nobody gives a group whose rank isn't below their own, takes one away from themselves, or gives one that means nothing.</summary>
    public static Refusal? WhyNotGroup(Viewer who, int memberId, Group? group)
    {
        if (group is null || Group.IsReserved(group.Id) || group.Id == Group.Guests) return Refusal.Invalid("GroupId", "GroupNotGiven");
        if (who.Is(memberId)) return Refusal.Forbidden("NotOnYourself") with { Field = "GroupId" };
        return group.Rank > Rank.Member && group.Rank >= who.Rank ? Refusal.Forbidden("GroupTooHigh") with { Field = "GroupId" } : null;
    }

    /// <summary>Groups that this viewer may give.</summary>
    public static IEnumerable<Group> GroupsFor(Viewer who, GroupSet set) => set.All.Where(g => WhyNotGroup(who, 0, g) is null);
}
