using System.Globalization;

namespace ForumEngine.Web.Mvc;

/// <summary>Days of a form (<c>2026-05-04</c>) as times in UTC; null for what is no day.</summary>
public static class Days
{
    public static DateTime? Begin(string? text, TimeZoneInfo zone) => At(text, zone, 0);

    /// <summary>The end of the day: the begin of the next.</summary>
    public static DateTime? End(string? text, TimeZoneInfo zone) => At(text, zone, 1);

    private static DateTime? At(string? text, TimeZoneInfo zone, int add) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9000
            ? TimeZoneInfo.ConvertTimeToUtc(Valid(day.AddDays(add).ToDateTime(TimeOnly.MinValue), zone), zone) : null;

    /// <summary>Where summer time starts at midnight there is no midnight.</summary>
    private static DateTime Valid(DateTime time, TimeZoneInfo zone) => zone.IsInvalidTime(time) ? time.AddHours(1) : time;
}
