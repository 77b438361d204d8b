using ForumEngine.Permissions;

namespace ForumEngine.Scheduling;

/// <summary>Who may let a thread wait, and for how long. Pure.</summary>
public static class ScheduleRules
{
    public const int MaxDays = 90;

    /// <summary>Of one member, failed and stopped ones included.</summary>
    public const int MostPerMember = 20;

    public static bool MaySchedule(Viewer who) => who.Has(GroupRight.SchedulePosts);

    public static Refusal? WhyNot(Viewer who, DateTime at)
    {
        if (!MaySchedule(who)) return Refusal.Invalid("PublishAt", "NoScheduleRight");
        if (at <= who.Now) return Refusal.Invalid("PublishAt", "PublishInThePast");
        return at > who.Now.AddDays(MaxDays) ? Refusal.Invalid("PublishAt", "PublishTooLate", MaxDays) : null;
    }
}
