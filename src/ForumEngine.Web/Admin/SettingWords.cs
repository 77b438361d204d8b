using ForumEngine.Settings;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Admin;

/// <summary>Values of settings as people say them.</summary>
internal static class SettingWords
{
    public static string Say(this IStringLocalizer<AdminText> text, string key, string value) => SettingCatalog.ShapeOf(key).Type switch
    {
        SettingType.Flag => text[value == "true" ? "On" : "Off"],
        SettingType.Choice => text[$"{key}.{value}"],
        _ => value.Length == 0 ? text["EmptyValue"] : value,
    };
}
