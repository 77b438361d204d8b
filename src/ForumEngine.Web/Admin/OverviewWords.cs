using System.Globalization;
using ForumEngine.Attachments;
using ForumEngine.Overview;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Admin;

/// <summary>How the overview says what the site's state is.</summary>
public static class OverviewWords
{
    public static string Say(IStringLocalizer<AdminText> text, Oddity oddity) => text[$"Odd_{oddity.Kind}", [.. oddity.Arguments.Select(Said)]];

    private static object Said(object argument) => argument switch
    {
        long bytes => FileSize.Say(bytes),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => argument,
    };
}
