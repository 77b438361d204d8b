using System.Text;
using System.Text.RegularExpressions;
using ForumEngine.Settings;

namespace ForumEngine.Web.Tests.Languages;

/// <summary>Tells by its characters whether a text is in a language.</summary>
internal static partial class Script
{
    private static readonly Encoding Big5 = Traditional();

    /// <summary>What in the text belongs to another language: Chinese in English, two English words in Chinese, simplified characters in traditional.</summary>
    public static string? Foreign(string text, string language) => language switch
    {
        SiteLanguage.English => Found(Han().Match(text)),
        SiteLanguage.Traditional => Found(English().Match(text)) ?? Han().Matches(text).Select(m => m.Value).FirstOrDefault(c => Big5.GetString(Big5.GetBytes(c)) != c),
        _ => Found(English().Match(text)),
    };

    private static string? Found(Match match) => match.Success ? match.Value : null;

    private static Encoding Traditional()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("big5");
    }

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();

    [GeneratedRegex(@"[A-Za-z]{2,} [A-Za-z]{2,}")]
    private static partial Regex English();
}
