using System.Globalization;
using System.Text;

namespace ForumEngine.Posts;

/// <summary>Cuts a text into what is compared; together the pieces are the text again.</summary>
internal static class TextTokens
{
    /// <summary>Letters and digits that stand together are a word, but each ideograph, kana and hangul syllable is one; so is all else.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (!IsOfWord(text, at))
            {
                if (at > start) words.Add(text[start..at]);
                words.Add(text.Substring(at, length));
                start = at + length;
            }
            at += length;
        }
        if (start < text.Length) words.Add(text[start..]);
        return words;
    }

    /// <summary>With their ends.</summary>
    public static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..next]);
            at = next;
        }
        return lines;
    }

    private static bool IsOfWord(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return false;
        return rune.Value < 0x2E80 && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }
}
