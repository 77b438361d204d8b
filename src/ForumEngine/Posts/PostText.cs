using System.Globalization;
using System.Text;

namespace ForumEngine.Posts;

/// <summary>What members type, made fit to keep: nothing they can see is changed.</summary>
public static class PostText
{
    /// <summary>Line ends become \n; NUL and unpaired surrogates become U+FFFD, since no database or browser keeps them.</summary>
    public static string CleanBody(string? text) => Replace(text ?? "", keepLines: true).Trim('\n', ' ', '\t');

    /// <summary>One line; runs of white space become one blank; bidi controls, which could turn the rest of a list around, go.</summary>
    public static string CleanTitle(string? text)
    {
        var seen = string.Concat(Replace(text ?? "", keepLines: false).Where(c => !IsBidi(c)));
        return string.Join(' ', seen.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Characters as people see them.</summary>
    public static int VisibleLength(string text) => new StringInfo(text).LengthInTextElements;

    private static string Replace(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c == '\0') clean.Append('\uFFFD');
            else if (c == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (char.IsControl(c) && c is not ('\n' or '\t')) continue;
            else clean.Append(c);
        }
        return keepLines ? clean.ToString() : clean.Replace('\n', ' ').Replace('\t', ' ').ToString();
    }

    private static bool IsBidi(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C';
}
