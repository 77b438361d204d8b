using System.Net;
using System.Text.RegularExpressions;

namespace ForumEngine.Web.Threads;

/// <summary>The words of a rendered post without its elements, for descriptions. The result is text, to be encoded where it is written.</summary>
public static partial class PlainWords
{
    public static string Of(string html, int length)
    {
        // A description needs the first words only; a long post isn't walked to its end.
        var start = html.Length > length * 20 ? html[..(length * 20)] : html;
        var words = Blanks().Replace(WebUtility.HtmlDecode(Elements().Replace(start, " ")), " ").Trim();
        return Cut(words, length);
    }

    public static string Cut(string words, int length) =>
        words.Length <= length ? words : words[..(char.IsHighSurrogate(words[length - 1]) ? length - 1 : length)] + "…";

    /// <summary>Address of the first picture in a rendered post; it is https, since the renderer writes no other.</summary>
    public static string? FirstImage(string html) =>
        html.Contains("<img", StringComparison.Ordinal) && Images().Match(html) is { Success: true } image ? WebUtility.HtmlDecode(image.Groups[1].Value) : null;

    [GeneratedRegex("""<img [^>]*?src="(https://[^"]+)""", RegexOptions.None, 200)]
    private static partial Regex Images();

    [GeneratedRegex("<[^>]*>?", RegexOptions.None, 200)]
    private static partial Regex Elements();

    [GeneratedRegex(@"\s+", RegexOptions.None, 200)]
    private static partial Regex Blanks();
}
