using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Warnings;

/// <summary>Who may warn whom, and take it back (features.md B3). Pure; the forms ask the same.</summary>
public static class WarningRules
{
    /// <summary><paramref name="board"/> null: as a member of the whole site, which needs a rank that acts in all boards.</summary>
    public static Refusal? WhyNot(Viewer who, BoardNode? board, int? memberId, Rank rank)
    {
        if (who.Level(StaffRight.WarnMembers) == 0) return Refusal.Forbidden("NeedsStaffRight");
        if (!(board is null ? who.May(StaffRight.WarnMembers) : who.May(StaffRight.WarnMembers, board))) return Refusal.Forbidden("OnlyInYourBoards");
        return memberId is { } id ? who.OverMember(id, rank) : Refusal.Forbidden("NobodyToWarn");
    }

    /// <summary>A reason, and points within limits; a warning of 0 points is still one more of them.</summary>
    public static Refusal? WhyNotWords(string reason, string? typed, out int points)
    {
        if (!int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out points) || points > Warning.MostPoints)
            return Refusal.Invalid("Points", "NumberBetween", 0, Warning.MostPoints);
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        return reason.Length > Warning.ReasonLength ? Refusal.Invalid("Reason", "ReasonTooLong", Warning.ReasonLength) : null;
    }
}
