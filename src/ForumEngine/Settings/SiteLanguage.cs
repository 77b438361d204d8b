namespace ForumEngine.Settings;

/// <summary>The languages the engine speaks, as BCP 47 tags.</summary>
public static class SiteLanguage
{
    public const string Simplified = "zh-Hans";
    public const string Traditional = "zh-Hant";
    public const string English = "en";

    public static readonly IReadOnlyList<string> All = [Simplified, Traditional, English];

    /// <summary>How well a text in one language serves a reader of another: 2 the same, 1 Chinese in the other characters, 0 foreign.</summary>
    public static int Closeness(string text, string reader) =>
        text == reader ? 2 : text != English && reader != English ? 1 : 0;

    /// <summary>The language meant by what a browser asks for, such as zh-TW; null for one that isn't spoken here.</summary>
    public static string? Of(string? tag)
    {
        var parts = (tag ?? "").ToLowerInvariant().Split('-');
        return parts[0] switch
        {
            "zh" when parts.Contains("hans") => Simplified,
            "zh" when parts.Intersect(["hant", "cht", "tw", "hk", "mo"]).Any() => Traditional,
            "zh" => Simplified,
            "en" => English,
            _ => null,
        };
    }
}
