using System.Globalization;
using ForumEngine.Overview;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Admin;

/// <summary>How the overview says what the site's state is.</summary>
public static class OverviewWords
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    /// <summary>In the largest unit of which there is one; a kilobyte has 1,024 bytes.</summary>
    public static string Size(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 1024 && unit < Units.Length - 1; unit++) size /= 1024;
        return string.Create(CultureInfo.CurrentCulture, $"{size:0.#} {Units[unit]}");
    }

    public static string Say(IStringLocalizer<AdminText> text, Oddity oddity) => text[$"Odd_{oddity.Kind}", [.. oddity.Arguments.Select(Said)]];

    private static object Said(object argument) => argument switch
    {
        long bytes => Size(bytes),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => argument,
    };
}
