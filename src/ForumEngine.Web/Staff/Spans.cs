using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Staff;

/// <summary>How long something takes, in the largest unit that is true.</summary>
public static class Spans
{
    public static string Say(IStringLocalizer<DeskText> text, TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => text["UnderAMinute"],
        { TotalHours: < 1 } => text["Minutes", (int)time.TotalMinutes],
        { TotalDays: < 2 } => text["Hours", (int)time.TotalHours],
        _ => text["Days", (int)time.TotalDays],
    };

    /// <summary>For narrow places: whole days.</summary>
    public static string WholeDays(IStringLocalizer<DeskText> text, TimeSpan time) => text["Days", (int)time.TotalDays];
}
