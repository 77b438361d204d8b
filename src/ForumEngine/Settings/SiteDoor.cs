using System.Globalization;
using ForumEngine.Permissions;

namespace ForumEngine.Settings;

public enum DoorState
{
    Open, ReadOnly, Closed,
}

/// <summary>Whether the site is open at a moment, and until when it isn't. Pure.</summary>
public sealed record SiteDoor(DoorState State, DateTime? Until)
{
    /// <summary>What <c>Retry-After</c> says where nobody said until when.</summary>
    public static readonly TimeSpan Unknown = TimeSpan.FromMinutes(10);

    private static readonly SiteDoor IsOpen = new(DoorState.Open, null);

    public static SiteDoor At(SiteSettings settings, DateTime now)
    {
        var state = settings.Door.State switch { "closed" => DoorState.Closed, "readonly" => DoorState.ReadOnly, _ => DoorState.Open };
        if (state == DoorState.Open) return IsOpen;
        var until = LocalMinuteAttribute.Parse(settings.Door.Until) is { } local ? ToUtc(local, settings.Zone()) : (DateTime?)null;
        return until <= now ? IsOpen : new SiteDoor(state, until);
    }

    /// <summary>Administrators, and groups whose right to visit is 2 (features.md C4, allowvisit).</summary>
    public static bool MayEnter(Viewer who) => who.IsAdministrator || who.Level(GroupRight.Visit) >= 2;

    public TimeSpan Wait(DateTime now) => Until is { } until ? until - now : Unknown;

    /// <summary>In the reader's language, else in another; null where nobody wrote one.</summary>
    public static string? Message(DoorSection door, CultureInfo culture)
    {
        string[] said = culture.TwoLetterISOLanguageName == "en" ? [door.MessageEn, door.Message, door.MessageHant]
            : culture.Name == SiteLanguage.Traditional ? [door.MessageHant, door.Message, door.MessageEn] : [door.Message, door.MessageHant, door.MessageEn];
        return said.FirstOrDefault(text => text.Trim().Length > 0);
    }

    /// <summary>A minute that a change of clocks leaves out is the one after it.</summary>
    private static DateTime ToUtc(DateTime local, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
}
