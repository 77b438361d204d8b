using ForumEngine.Permissions;

namespace ForumEngine.Groups;

/// <summary>Who may change which group, and what a group may be. Pure.</summary>
public static class GroupEditRules
{
    public const int MaxStars = 9;

    /// <summary>Nobody changes a group of their own rank or above; founders change all.</summary>
    public static Refusal? WhyNotTouch(Viewer who, Group? group)
    {
        if (!who.IsAdministrator || group is null || Group.IsReserved(group.Id)) return Refusal.NotFound;
        return who.Rank == Rank.Founder || who.Rank > group.Rank ? null : Refusal.Forbidden("EqualRank");
    }

    /// <summary><paramref name="others"/> are all groups but this one.</summary>
    public static Refusal? Check(Viewer who, GroupKind kind, GroupDraft draft, IReadOnlyCollection<Group> others)
    {
        if (draft.Title.Length is 0 or > Group.TitleLength) return Refusal.Invalid("Title", "BoardNameLength", Group.TitleLength);
        if (draft.TitleEn.Length > Group.TitleLength) return Refusal.Invalid("TitleEn", "TextTooLong", Group.TitleLength);
        if (draft.Title.Contains('<', StringComparison.Ordinal) || draft.TitleEn.Contains('<', StringComparison.Ordinal)) return Refusal.Invalid("Title", "BoardNameHtml");
        if (draft.Stars is < 0 or > MaxStars) return Refusal.Invalid("Stars", "NumberOutOfRange", 0, MaxStars);
        if (draft.Rank != Rank.Member && (kind == GroupKind.Member || draft.Rank >= who.Rank || draft.Rank > Rank.SuperModerator)) return Refusal.Invalid("Rank", "RankTooHigh");
        if (kind == GroupKind.Member && draft.CreditsFrom is null) return Refusal.Invalid("CreditsFrom", "CreditsMissing");
        if (kind == GroupKind.Member && others.FirstOrDefault(g => g.CreditsFrom == draft.CreditsFrom) is { } same) return Refusal.Invalid("CreditsFrom", "CreditsTaken", same.Title);
        if (Boards.BoardSettings.Find("FileTypes")!.Check(draft.FileTypes) is { } types) return types;
        foreach (var shape in RightShape.All)
            if (draft.Rights.TryGetValue(shape.Name, out var value) && (value < 0 || value > shape.Most)) return Refusal.Invalid(shape.Name, "NumberOutOfRange", 0, shape.Most);
        return null;
    }
}
