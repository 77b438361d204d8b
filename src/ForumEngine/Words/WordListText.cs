using System.Text;

namespace ForumEngine.Words;

/// <summary>An entry as a line of a list says it.</summary>
public sealed record WordLine(string Text, WordAction Action, string Replacement, string Category)
{
    /// <summary>As <see cref="Word.Key"/> and <see cref="Word.Options"/>; set for lines that are taken.</summary>
    public string Key { get; init; } = "";

    public WordOptions Options { get; init; }
}

/// <summary>A line that can't be taken, and why: the key of a text.</summary>
public sealed record WordProblem(int Line, string Text, string Code);

/// <summary>
/// The list as Discuz writes it (features.md B7): <c>find=replacement</c>, <c>find={BANNED}</c>, <c>find={MOD}</c>, a word alone,
/// and <c>[type:name] … [/type]</c> around those of a category. <c>{FLAG}</c> and <c>{ALLOW}</c> are ours. Pure.
/// </summary>
public static class WordListText
{
    /// <summary>What stands for a word without a replacement of its own.</summary>
    public const string Stars = "**";

    private static readonly (string Mark, WordAction Action)[] Marks =
        [("{BANNED}", WordAction.Reject), ("{MOD}", WordAction.Review), ("{FLAG}", WordAction.Flag), ("{ALLOW}", WordAction.Allow)];

    /// <param name="text">Lines end anyhow; empty ones are passed over.</param>
    /// <param name="usual">For words alone on a line.</param>
    public static (IReadOnlyList<WordLine> Lines, IReadOnlyList<WordProblem> Problems) Read(string text, WordAction usual)
    {
        var (lines, problems) = (new List<WordLine>(), new List<WordProblem>());
        var (category, number) = ("", 0);
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = span.Trim().Trim('\uFEFF').ToString();
            if (line.Length == 0) continue;
            if (line.StartsWith("[type:", StringComparison.OrdinalIgnoreCase) && line.EndsWith(']')) category = Cut(line[6..^1].Trim(), Word.CategoryLength);
            else if (line.Equals("[/type]", StringComparison.OrdinalIgnoreCase)) category = "";
            else if (Line(line, category, usual) is var read && WordRules.WhyNot(read.Text, read.Replacement, out var pattern) is { } wrong) problems.Add(new WordProblem(number, Cut(line, 60), wrong.Code));
            else lines.Add(read with { Key = pattern!.Key, Options = WordRules.UsualOptions(pattern) });
        }
        return (lines, problems);
    }

    public static string Write(IEnumerable<Word> words)
    {
        var text = new StringBuilder();
        foreach (var group in words.GroupBy(w => w.Category).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (group.Key.Length > 0) text.Append("[type:").Append(group.Key).Append("]\n");
            foreach (var word in group) text.Append(word.Text).Append('=').Append(Array.Find(Marks, m => m.Action == word.Action).Mark ?? word.Replacement).Append('\n');
            if (group.Key.Length > 0) text.Append("[/type]\n");
        }
        return text.ToString();
    }

    private static WordLine Line(string line, string category, WordAction usual)
    {
        var at = line.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0) return new WordLine(line, usual, usual == WordAction.Replace ? Stars : "", category);
        var (find, put) = (line[..at].Trim(), line[(at + 1)..].Trim());
        foreach (var (mark, action) in Marks)
            if (put.Equals(mark, StringComparison.OrdinalIgnoreCase)) return new WordLine(find, action, "", category);
        return new WordLine(find, WordAction.Replace, put, category);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
