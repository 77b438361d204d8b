using System.Globalization;
using ForumEngine.Permissions;

namespace ForumEngine.Sanctions;

/// <summary>What a sanctioned member is told: what, why, until when, and by <see cref="Refusal.SanctionId"/> how to appeal.</summary>
public static class SanctionRefusals
{
    /// <summary>The end is told in <paramref name="zone"/>.</summary>
    public static Refusal Refusal(this SanctionInForce sanction, TimeZoneInfo zone) => Permissions.Refusal.Forbidden(
        sanction.Until is null ? $"{sanction.Kind}ForEver" : $"{sanction.Kind}Until",
        sanction.Reason, sanction.Until is { } until ? Say(until, zone) : "") with
    { SanctionId = sanction.Id };

    internal static string Say(DateTime until, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(new DateTimeOffset(until, TimeSpan.Zero), zone);
        var offset = at.Offset == TimeSpan.Zero ? "UTC" : string.Create(CultureInfo.InvariantCulture, $"UTC{at:zzz}");
        return string.Create(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm} {offset}");
    }
}
