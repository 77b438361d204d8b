using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ForumEngine.Settings;

/// <summary>Whether the site is open, and what visitors read when it isn't.</summary>
public sealed class DoorSection
{
    /// <summary>"readonly": nobody writes; "closed": only those whose group may come in.</summary>
    [AllowedValues("open", "readonly", "closed")]
    public string State { get; set; } = "open";

    /// <summary>When it opens by itself, in the site's time zone; empty: when somebody opens it.</summary>
    [StringLength(16), LocalMinute]
    public string Until { get; set; } = "";

    [StringLength(300)]
    public string Message { get; set; } = "";

    [StringLength(300)]
    public string MessageHant { get; set; } = "";

    [StringLength(300)]
    public string MessageEn { get; set; } = "";
}

/// <summary>Nothing, or a minute such as <c>2026-12-01 08:00</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LocalMinuteAttribute : ValidationAttribute
{
    public const string Format = "yyyy-MM-dd HH:mm";

    public override bool IsValid(object? value) => value is "" || (value is string text && Parse(text) is not null);

    public static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
