namespace ForumEngine.Posts;

public enum DiffKind
{
    Same, Gone, New,
}

public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>
/// What changed between two texts, in words for scripts that part them by blanks and in characters for Chinese, Japanese and
/// Korean. Bounded: texts that have hardly anything in common are compared by lines, and past that told as a whole.
/// </summary>
public sealed record TextDiff(IReadOnlyList<DiffPart> Parts)
{
    /// <summary>How much of what stayed is kept on either side of a change.</summary>
    private const int Around = 80;

    public bool IsEmpty => Parts.All(p => p.Kind == DiffKind.Same);

    public static TextDiff Of(string before, string after)
    {
        var parts = Shortest.Path(TextTokens.Words(before), TextTokens.Words(after))
            ?? Shortest.Path(TextTokens.Lines(before), TextTokens.Lines(after))
            ?? [new(DiffKind.Gone, before), new(DiffKind.New, after)];
        return new TextDiff(Shorten(Join(parts)));
    }

    /// <summary>Neighbours of one kind become one part.</summary>
    private static List<DiffPart> Join(IEnumerable<DiffPart> parts)
    {
        var joined = new List<DiffPart>();
        foreach (var run in Runs(parts.Where(p => p.Text.Length > 0))) joined.Add(new DiffPart(run[0].Kind, string.Concat(run.Select(p => p.Text))));
        return joined;
    }

    private static IEnumerable<List<DiffPart>> Runs(IEnumerable<DiffPart> parts)
    {
        List<DiffPart> run = [];
        foreach (var part in parts)
        {
            if (run.Count > 0 && run[0].Kind != part.Kind)
            {
                yield return run;
                run = [];
            }
            run.Add(part);
        }
        if (run.Count > 0) yield return run;
    }

    /// <summary>What stayed the same is shown around changes only.</summary>
    private static List<DiffPart> Shorten(List<DiffPart> parts)
    {
        if (parts.Count <= 1) return parts;
        return [.. parts.Select((part, i) => part.Kind != DiffKind.Same ? part : part with { Text = Cut(part.Text, i > 0, i < parts.Count - 1) })];
    }

    private static string Cut(string text, bool changeBefore, bool changeAfter)
    {
        var (head, tail) = (changeBefore ? Around : 0, changeAfter ? Around : 0);
        if (text.Length <= head + tail + Around) return text;
        var end = text.Length - tail;
        if (head > 0 && char.IsHighSurrogate(text[head - 1])) head--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return $"{text[..head]} … {text[end..]}";
    }
}
