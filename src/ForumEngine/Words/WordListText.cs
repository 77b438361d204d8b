using System.Text;

namespace ForumEngine.Words;

/// <summary>An entry as a line of a list says it; null is not said.</summary>
public sealed record WordLine(string Text, WordAction Action, string Replacement, string Category)
{
    /// <summary>As <see cref="Word.Boards"/>.</summary>
    public string Boards { get; init; } = "";

    public WordOptions? Options { get; init; }
    public bool IsOff { get; init; }

    /// <summary>As <see cref="Word.Key"/>, and how a word like this is looked for where nobody says otherwise; set for lines that are taken.</summary>
    public string Key { get; init; } = "";

    public WordOptions UsualOptions { get; init; }
}

/// <summary>A line that can't be taken, and why: the key of a text.</summary>
public sealed record WordProblem(int Line, string Text, string Code);

/// <summary>
/// The list as Discuz writes it (features.md B7): <c>find=replacement</c>, <c>find={BANNED}</c>, <c>find={MOD}</c>, a word alone,
/// and <c>[type:name] … [/type]</c> around those of a category. Ours are <c>{FLAG}</c>, <c>{ALLOW}</c>, and the frames
/// <c>[boards:2,5]</c>, <c>[as:whole,pinyin,look]</c> (or <c>part</c>) and <c>[off]</c>, written only around what needs them. Pure.
/// </summary>
public static class WordListText
{
    /// <summary>What stands for a word without a replacement of its own.</summary>
    public const string Stars = "**";

    private static readonly (string Mark, WordAction Action)[] Marks =
        [("{BANNED}", WordAction.Reject), ("{MOD}", WordAction.Review), ("{FLAG}", WordAction.Flag), ("{ALLOW}", WordAction.Allow)];

    private static readonly (string Name, WordOptions Option)[] Ways =
        [("whole", WordOptions.Whole), ("pinyin", WordOptions.Pinyin), ("look", WordOptions.LookAlike)];

    /// <param name="text">Lines end anyhow; empty ones are passed over.</param>
    /// <param name="usual">For words alone on a line.</param>
    /// <param name="hasBoard">Tells whether there is such a board.</param>
    public static (IReadOnlyList<WordLine> Lines, IReadOnlyList<WordProblem> Problems) Read(string text, WordAction usual, Func<int, bool> hasBoard)
    {
        var (lines, problems) = (new List<WordLine>(), new List<WordProblem>());
        var (frame, number, wrong) = (new WordLine("", usual, "", ""), 0, (string?)null);
        foreach (var span in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = span.Trim().Trim('\uFEFF').ToString();
            if (line.Length == 0) continue;
            if (line[0] == '[' && line[^1] == ']' && Frame(frame, line, hasBoard) is var (next, problem))
            {
                (frame, wrong) = (next, problem);
                if (problem is not null) problems.Add(new WordProblem(number, Cut(line, 60), problem));
                continue;
            }
            var read = Line(line, frame);
            var refusal = WordRules.WhyNot(read.Text, read.Replacement, out var pattern)?.Code ?? wrong;
            if (refusal is not null) problems.Add(new WordProblem(number, Cut(line, 60), refusal));
            else lines.Add(read with { Key = pattern!.Key, UsualOptions = WordRules.UsualOptions(pattern) });
        }
        return (lines, problems);
    }

    /// <summary>Of what is read again the same list comes.</summary>
    public static string Write(IEnumerable<Word> words)
    {
        var text = new StringBuilder();
        foreach (var group in words.GroupBy(FrameOf).OrderBy(g => g.Key.Category, StringComparer.Ordinal).ThenBy(g => g.Key.Boards, StringComparer.Ordinal).ThenBy(g => g.Key.Ways, StringComparer.Ordinal).ThenBy(g => g.Key.IsOff))
        {
            var (category, boards, ways, isOff) = group.Key;
            (string Open, string Close)[] frames = [.. new (bool, string, string)[]
            {
                (category.Length > 0, $"[type:{category}]", "[/type]"), (boards.Length > 0, $"[boards:{boards}]", "[/boards]"), (ways.Length > 0, $"[as:{ways}]", "[/as]"), (isOff, "[off]", "[/off]"),
            }.Where(f => f.Item1).Select(f => (f.Item2, f.Item3))];
            foreach (var (open, _) in frames) text.Append(open).Append('\n');
            foreach (var word in group) text.Append(Line(word)).Append('\n');
            foreach (var (_, close) in frames.Reverse()) text.Append(close).Append('\n');
        }
        return text.ToString();
    }

    private static (string Category, string Boards, string Ways, bool IsOff) FrameOf(Word word) =>
        (word.Category, word.Boards, word.Options == WordRules.UsualOptions(word.Text) ? "" : WaysOf(word.Options), !word.IsOn);

    private static string WaysOf(WordOptions options)
    {
        var ways = string.Join(',', Ways.Where(w => options.HasFlag(w.Option)).Select(w => w.Name));
        return options.HasFlag(WordOptions.Whole) ? ways : ways.Length == 0 ? "part" : $"part,{ways}";
    }

    /// <summary>Null: the line is no frame, but a word in brackets.</summary>
    private static (WordLine Frame, string? Problem)? Frame(WordLine frame, string line, Func<int, bool> hasBoard)
    {
        var at = line.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = at < 0 ? (line[1..^1], "") : (line[1..at], line[(at + 1)..^1].Trim());
        switch (name.ToUpperInvariant())
        {
            case "TYPE" when at > 0: return (frame with { Category = Cut(value, Word.CategoryLength) }, null);
            case "/TYPE": return (frame with { Category = "" }, null);
            case "BOARDS" when at > 0:
                var boards = WordBoards.Read(value);
                return (frame with { Boards = WordBoards.Write(boards) }, boards.Length > 0 && Array.TrueForAll(boards, b => hasBoard(b)) ? null : "NoSuchBoard");
            case "/BOARDS": return (frame with { Boards = "" }, null);
            case "AS" when at > 0:
                var ways = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                return (frame with { Options = Ways.Where(w => ways.Contains(w.Name, StringComparer.OrdinalIgnoreCase)).Aggregate(WordOptions.None, (all, w) => all | w.Option) },
                    Array.TrueForAll(ways, w => w.Equals("part", StringComparison.OrdinalIgnoreCase) || Array.Exists(Ways, x => x.Name.Equals(w, StringComparison.OrdinalIgnoreCase))) ? null : "WordWayUnknown");
            case "/AS": return (frame with { Options = null }, null);
            case "OFF" when at < 0: return (frame with { IsOff = true }, null);
            case "/OFF": return (frame with { IsOff = false }, null);
            default: return null;
        }
    }

    /// <summary>An equals sign in a word that is replaced becomes a wide one, which the filter reads alike: the first one parts the line.</summary>
    private static string Line(Word word) => Array.Find(Marks, m => m.Action == word.Action).Mark is { } mark
        ? $"{word.Text}={mark}" : $"{word.Text.Replace('=', '\uFF1D')}={word.Replacement}";

    private static WordLine Line(string line, WordLine frame)
    {
        foreach (var (mark, action) in Marks)
            if (line.EndsWith(mark, StringComparison.OrdinalIgnoreCase) && line[..^mark.Length].TrimEnd() is { Length: > 1 } word && word[^1] == '=')
                return frame with { Text = word[..^1].Trim(), Action = action };
        var at = line.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0) return frame with { Text = line, Replacement = frame.Action == WordAction.Replace ? Stars : "" };
        return frame with { Text = line[..at].Trim(), Action = WordAction.Replace, Replacement = line[(at + 1)..].Trim() };
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
