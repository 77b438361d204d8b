using System.Text;

namespace ForumEngine.Markup;

/// <summary>The one place where text becomes markup.</summary>
internal static class Encoder
{
    /// <summary>Exactly as browsers serialise it, so that the second net gives back what it got.</summary>
    public static void Encode(StringBuilder html, ReadOnlySpan<char> text, bool inQuotes = false)
    {
        while (true)
        {
            var special = text.IndexOfAny(Special);
            if (special < 0)
                break;
            html.Append(text[..special]).Append(Entity(text[special], inQuotes));
            text = text[(special + 1)..];
        }
        html.Append(text);
    }

    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"\u00A0");

    private static string Entity(char c, bool inQuotes) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => inQuotes ? "&quot;" : "\"",
        _ => "&nbsp;",
    };
}
