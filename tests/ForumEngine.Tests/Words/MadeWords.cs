using System.Text;
using ForumEngine.Words;

namespace ForumEngine.Tests.Words;

/// <summary>Entries and texts made up, the same ones each time.</summary>
internal static class MadeWords
{
    public static Word Entry(int id, string text, WordAction action = WordAction.Reject, WordOptions options = WordOptions.None, string boards = "") => new()
    {
        Id = id,
        Text = text,
        Key = WordRules.KeyOf(text),
        Action = action,
        Replacement = action == WordAction.Replace ? "**" : "",
        Options = options | WordRules.UsualOptions(text),
        Boards = boards,
    };

    /// <summary>Different words of two to six characters from a plane of common ones.</summary>
    public static IEnumerable<string> Of(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var word = new StringBuilder();
            for (var rest = i + 3000; rest > 0; rest /= 1500) word.Append((char)(0x4E00 + (rest % 1500) * 7));
            yield return word.Append((char)(0x6000 + i % 400)).ToString();
        }
    }

    public static string Text(int seed, int length)
    {
        var text = new StringBuilder(length);
        for (var i = 0; text.Length < length; i++) text.Append((char)(0x4E00 + (i * 7919 + seed * 104729) % 10500)).Append(i % 19 == 0 ? "，" : "").Append(i % 61 == 0 ? " and some words " : "");
        return text.ToString(0, length);
    }
}
