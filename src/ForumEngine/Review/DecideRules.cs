using ForumEngine.Permissions;

namespace ForumEngine.Review;

/// <summary>Who decides on what waits; that they may in its board is asked where it is found. Pure.</summary>
public static class DecideRules
{
    /// <summary>Nobody decides on their own, nor on a text that was changed since they read it.</summary>
    public static Refusal? WhyNot(Viewer who, PendingPost row, int? version)
    {
        if (who.Is(row.AuthorId)) return Refusal.Forbidden("NotOnYourself");
        return version is { } read && read != row.Version ? new Refusal(RefusalKind.Conflict, "PendingChanged") : null;
    }
}
