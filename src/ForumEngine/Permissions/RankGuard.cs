namespace ForumEngine.Permissions;

/// <summary>Nobody acts on an equal or higher rank (features.md B0).</summary>
public static class RankGuard
{
    /// <summary>May act on what this author wrote: lower ranks', one's own, and for the founder everybody's.</summary>
    public static Refusal? OverContentOf(this Viewer who, int? authorId, Rank authorRank) =>
        who.Is(authorId) || who.Rank == Rank.Founder || who.Rank > authorRank ? null : Refusal.Forbidden("EqualRank");

    /// <summary>May act on the member: lower ranks only, never oneself.</summary>
    public static Refusal? OverMember(this Viewer who, int memberId, Rank rank) =>
        who.Is(memberId) ? Refusal.Forbidden("NotOnYourself")
        : who.Rank > rank ? null : Refusal.Forbidden("EqualRank");

    /// <summary>A missing author (a member who is gone) is nobody, not a guest.</summary>
    public static bool Is(this Viewer who, int? memberId) => memberId is { } id && who.MemberId == id;
}
