using System.Globalization;
using ForumEngine.Legal;
using ForumEngine.Settings;

namespace ForumEngine.Setup;

/// <summary>The site's own pages as they come with the engine; the operator must review them, and they say so.</summary>
internal static class StarterTexts
{
    private static readonly string[] Slugs =
        [DocumentVersion.Terms, DocumentVersion.Privacy, DocumentVersion.Disclaimer, DocumentVersion.Contact, DocumentVersion.Rules];

    private static readonly (string Suffix, string Language)[] Languages =
        [("zh", SiteLanguage.Simplified), ("zh-Hant", SiteLanguage.Traditional), ("en", SiteLanguage.English)];

    /// <summary>Version 1 of every page in every language. What settings may change later is filled in when a page is shown.</summary>
    public static IEnumerable<DocumentVersion> First(string siteName, DateTime now, TimeZoneInfo zone)
    {
        var date = TimeZoneInfo.ConvertTimeFromUtc(now, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var slug in Slugs)
            foreach (var (suffix, language) in Languages)
            {
                var text = SetupData.ReadText($"Setup/Texts/{slug}.{suffix}.txt").Replace("{SiteName}", siteName).Replace("{Date}", date);
                var end = text.IndexOf('\n', StringComparison.Ordinal);
                yield return new DocumentVersion
                {
                    Slug = slug,
                    Number = 1,
                    Language = language,
                    Title = text[..end].Trim(),
                    Body = text[end..].Trim(),
                    EffectiveAt = now,
                };
            }
    }
}
