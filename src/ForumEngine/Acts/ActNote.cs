using ForumEngine.Permissions;
using ForumEngine.Staff;

namespace ForumEngine.Acts;

/// <summary>The reason of an act, and whether its author is told.</summary>
public sealed record ActNote(string Reason, bool Tells)
{
    public static readonly ActNote Silent = new("", false);

    /// <summary>Trimmed; a form that says nothing tells nobody.</summary>
    public static ActNote Of(string? reason, bool tells = true) => new(reason?.Trim() ?? "", tells);

    /// <summary>What the groups of this member ask of their acts: 0 nothing, 1 a reason, 2 a notice, 3 both (features.md B0, reasonpm).</summary>
    public static int RuleFor(Viewer who) => who.Rights.GetValueOrDefault(nameof(StaffRight.ReasonRule));

    public static bool MustReason(Viewer who) => (RuleFor(who) & 1) != 0;

    public static bool MustTell(Viewer who) => (RuleFor(who) & 2) != 0;

    public Refusal? WhyNot(Viewer who)
    {
        if (Reason.Length > StaffAct.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", StaffAct.ReasonLength);
        return Reason.Length == 0 && MustReason(who) ? Refusal.Invalid("Reason", "ReasonMissing") : null;
    }
}
