using ForumEngine.Permissions;
using ForumEngine.Settings;

namespace ForumEngine.Accounts;

/// <summary>Of whom the site demands a second factor, and from when on. Pure.</summary>
public static class SecondFactorRules
{
    /// <summary>
    /// From when on staff rights rest until there is one; null: of this member none is demanded. Who wasn't asked yet
    /// (<see cref="DemandSecondFactor"/>) has all of the days before them.
    /// </summary>
    public static DateTime? DueAt(Rank rank, bool has, DateTime? askedAt, SecuritySection rules, DateTime now) =>
        has || rank < Rank.Moderator || rules.SecondFactor != "staff" ? null : (askedAt ?? now).AddDays(rules.SecondFactorGraceDays);

    /// <summary>Whether its owner may do without it.</summary>
    public static Refusal? WhyNotTurnOff(Rank rank, SecuritySection rules) =>
        rank >= Rank.Moderator && rules.SecondFactor == "staff" ? Refusal.Forbidden("FactorIsDemanded") : null;
}
