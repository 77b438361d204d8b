using System.Globalization;
using ForumEngine.Permissions;

namespace ForumEngine.Sanctions;

/// <summary>When a sanction ends, as the form says it: days from now, or a moment.</summary>
public static class SanctionTerm
{
    public const int MaxDays = 3650;

    /// <summary>
    /// Null is for ever (0 days). A moment wins over days; without an offset it is in <paramref name="zone"/>.
    /// </summary>
    public static Outcome<DateTime?> Read(string? days, string? endsAt, TimeZoneInfo zone, DateTime now)
    {
        if (!string.IsNullOrWhiteSpace(endsAt)) return Moment(endsAt.Trim(), zone, now);
        if (!int.TryParse(days?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MaxDays)
            return Refusal.Invalid("Days", "SanctionNeedsEnd", MaxDays);
        return count == 0 ? (DateTime?)null : now.AddDays(count);
    }

    private static Outcome<DateTime?> Moment(string text, TimeZoneInfo zone, DateTime now)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return Refusal.Invalid("EndsAt", "NotATime");
        if (time.Kind == DateTimeKind.Unspecified)
        {
            // An hour that the change to summer time skips.
            if (zone.IsInvalidTime(time)) return Refusal.Invalid("EndsAt", "NotATime");
            time = TimeZoneInfo.ConvertTimeToUtc(time, zone);
        }
        var until = time.ToUniversalTime();
        if (until <= now) return Refusal.Invalid("EndsAt", "EndsInThePast");
        return until > now.AddDays(MaxDays) ? Refusal.Invalid("EndsAt", "SanctionNeedsEnd", MaxDays) : until;
    }
}
