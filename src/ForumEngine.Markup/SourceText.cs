using System.Globalization;
using System.Text;

namespace ForumEngine.Markup;

/// <summary>Text as it may be shown: no NUL, no half surrogates, no control characters that turn the page around.</summary>
internal static class SourceText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Line ends become \n; NUL and unpaired surrogates become U+FFFD; other control characters and the bidi
    /// embeddings, overrides and isolates are dropped, since one left open reorders what follows the post.
    /// </summary>
    public static string Clean(string source)
    {
        if (IsClean(source))
            return source;
        var clean = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '\r')
            {
                if (i + 1 == source.Length || source[i + 1] != '\n')
                    clean.Append('\n');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]))
                clean.Append(c).Append(source[++i]);
            else if (c == '\0' || char.IsSurrogate(c))
                clean.Append(Replacement);
            else if (IsLineSeparator(c))
                clean.Append('\n');
            else if (!IsDropped(c))
                clean.Append(c);
        }
        return clean.ToString();
    }

    /// <summary>True when nothing of the grapheme leaves a mark on the page (zero-width characters, blanks, fillers).</summary>
    public static bool IsInvisible(ReadOnlySpan<char> grapheme)
    {
        foreach (var rune in grapheme.EnumerateRunes())
            if (!IsInvisible(rune))
                return false;
        return true;
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsClean(string source)
    {
        foreach (var c in source)
            if (c == '\r' || char.IsSurrogate(c) || IsLineSeparator(c) || IsDropped(c))
                return false;
        return true;
    }

    private static bool IsLineSeparator(char c) => c is '\u2028' or '\u2029' or '\u0085';

    private static bool IsDropped(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
