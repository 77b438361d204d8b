using ForumEngine.Permissions;

namespace ForumEngine.Words;

/// <summary>What may be an entry. Pure.</summary>
public static class WordRules
{
    /// <summary>Regular expressions, which Discuz takes between slashes, aren't taken: one bad one stops the forum.</summary>
    public static Refusal? WhyNot(string text, string replacement) => WhyNot(text, replacement, out _);

    /// <summary>The same, and the entry as it is looked for, which takes the most time.</summary>
    internal static Refusal? WhyNot(string text, string replacement, out WordPattern? pattern)
    {
        pattern = null;
        if (text.Length == 0) return Refusal.Invalid("Text", "WordMissing");
        if (text.Length > 1 && text[0] == '/' && text.LastIndexOf('/') > 0 && (text[^1] == '/' || text[(text.LastIndexOf('/') + 1)..].All(char.IsAsciiLetter))) return Refusal.Invalid("Text", "WordIsRegex");
        if (text.Length > Word.TextLength || Posts.PostText.CleanTitle(text) != text) return Refusal.Invalid("Text", "WordTooLong", Word.TextLength);
        if (replacement.Length > Word.TextLength) return Refusal.Invalid("Replacement", "WordTooLong", Word.TextLength);
        pattern = WordPattern.Of(0, text, WordOptions.None, Reading.Letters);
        return pattern?.Key is { Length: > 0 and <= Word.TextLength * 2 } key && !(key.Length == 1 && key[0] < 0x80) ? null : Refusal.Invalid("Text", "WordHasNoLetters");
    }

    /// <summary>Folded; entries with the same one are the same word. Empty when there is nothing to look for.</summary>
    public static string KeyOf(string text) => WordPattern.Of(0, text, WordOptions.None, Reading.Letters)?.Key ?? "";

    /// <summary>Latin words and numbers stand alone unless somebody says otherwise: "ass" isn't found in "class".</summary>
    public static WordOptions UsualOptions(string text) => UsualOptions(WordPattern.Of(0, text, WordOptions.None, Reading.Letters));

    internal static WordOptions UsualOptions(WordPattern? pattern) => pattern is { IsLatinWord: true } ? WordOptions.Whole : WordOptions.None;
}
