using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>Characters as people see them.</summary>
internal static class Graphemes
{
    private const string Ellipsis = "…";

    /// <summary>At most <paramref name="max"/> characters, the last of them … when something was cut off.</summary>
    public static string Cut(string text, int max)
    {
        if (max <= 0)
            return "";
        int at = 0, count = 0, beforeLast = 0;
        while (at < text.Length && count < max)
        {
            beforeLast = at;
            at += StringInfo.GetNextTextElementLength(text.AsSpan(at));
            count++;
        }
        return at == text.Length ? text : text[..beforeLast].TrimEnd() + Ellipsis;
    }

    /// <summary>Counts from the first visible character to the last; invisible ones between count only as blanks.</summary>
    public static int CountVisible(string text)
    {
        int visible = 0, blanks = 0;
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var grapheme = rest[..StringInfo.GetNextTextElementLength(rest)];
            rest = rest[grapheme.Length..];
            if (!SourceText.IsInvisible(grapheme))
            {
                visible += (visible > 0 ? blanks : 0) + 1;
                blanks = 0;
            }
            else if (char.IsWhiteSpace(grapheme[0]))
                blanks++;
        }
        return visible;
    }
}
