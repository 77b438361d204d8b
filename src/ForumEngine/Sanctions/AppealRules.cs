using ForumEngine.Permissions;

namespace ForumEngine.Sanctions;

/// <summary>Who may appeal, and who decides. Pure.</summary>
public static class AppealRules
{
    /// <summary>Once, by the sanctioned member, while it is in force. To others it looks as if there were nothing to appeal.</summary>
    public static Refusal? WhyNotAppeal(int? memberId, Sanction sanction, DateTime now)
    {
        if (memberId is null || memberId != sanction.MemberId) return Refusal.NotFound;
        if (sanction.Appeal != AppealState.None) return new Refusal(RefusalKind.Conflict, "AppealedBefore");
        return sanction.StateAt(now) == SanctionState.Active ? null : new Refusal(RefusalKind.Conflict, "SanctionNotActive");
    }

    /// <summary>What was issued by oneself is decided by somebody else, unless there is nobody who may.</summary>
    public static Refusal? WhyNotDecide(Viewer who, Sanction sanction, bool othersMay) =>
        sanction.Appeal != AppealState.Open ? new Refusal(RefusalKind.Conflict, "AlreadyDone")
        : who.Is(sanction.IssuedById) && othersMay ? Refusal.Forbidden("AppealNeedsAnother") : null;
}
