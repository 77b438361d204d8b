using System.Linq.Expressions;

namespace ForumEngine.Sanctions;

/// <summary>Follows from the row and the clock; nothing is stored and no job ends a sanction.</summary>
public enum SanctionState
{
    Active,

    /// <summary>Its time has passed.</summary>
    Ended,

    /// <summary>Taken back by staff, whether its time has passed since or not.</summary>
    Lifted,
}

/// <summary>One definition of the states, for rows and for SQL.</summary>
public static class SanctionStates
{
    public static SanctionState StateAt(this Sanction sanction, DateTime now) => Of(sanction.LiftedAt, sanction.Until, now);

    public static SanctionState Of(DateTime? liftedAt, DateTime? until, DateTime now) =>
        liftedAt is not null ? SanctionState.Lifted : until is { } end && end <= now ? SanctionState.Ended : SanctionState.Active;

    public static Expression<Func<Sanction, bool>> Is(SanctionState state, DateTime now) => state switch
    {
        SanctionState.Lifted => s => s.LiftedAt != null,
        SanctionState.Ended => s => s.LiftedAt == null && s.Until != null && s.Until <= now,
        _ => s => s.LiftedAt == null && (s.Until == null || s.Until > now),
    };
}
