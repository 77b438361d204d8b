using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// A moment as people say it: just now, 5 minutes ago, today 9:41, 11-21, 2024-03-02. assets/ts/time.ts says the same
/// in the browser for pages that guests share. Moments are UTC.
/// </summary>
public sealed class HumanTime(TimeProvider clock, IStringLocalizer<FrameText> text)
{
    private const string Day = "yyyy-MM-dd", Minute = "yyyy-MM-dd HH:mm";

    public static string Full(DateTime utc, TimeZoneInfo zone) => Local(utc, zone).ToString(Minute, CultureInfo.InvariantCulture);

    /// <summary>For waits of seconds.</summary>
    public static string Clock(DateTime utc, TimeZoneInfo zone) => Local(utc, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Date(DateTime utc, TimeZoneInfo zone) => Local(utc, zone).ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>Lists leave the minute out once a day has passed; <paramref name="withMinute"/> keeps it.</summary>
    public string Say(DateTime utc, TimeZoneInfo zone, bool withMinute = false)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Recent(now - utc)?.Value ?? Dated(Local(utc, zone), Local(now, zone), withMinute);
    }

    private LocalizedString? Recent(TimeSpan ago) => ago switch
    {
        { Ticks: < 0 } or { TotalHours: >= 4 } => null,
        { TotalMinutes: < 1 } => text["JustNow"],
        { TotalMinutes: < 30 } => text["MinutesAgo", (int)ago.TotalMinutes],
        { TotalHours: < 1 } => text["HalfAnHourAgo"],
        _ => text["HoursAgo", (int)ago.TotalHours],
    };

    private string Dated(DateTime then, DateTime today, bool withMinute)
    {
        var time = then.ToString("H:mm", CultureInfo.InvariantCulture);
        return (today.Date - then.Date).Days switch
        {
            0 => text["TodayAt", time],
            1 => text["YesterdayAt", time],
            2 => text["DayBeforeAt", time],
            _ => then.ToString((then.Year == today.Year ? "MM-dd" : Day) + (withMinute ? " H:mm" : ""), CultureInfo.InvariantCulture),
        };
    }

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
