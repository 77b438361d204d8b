using ForumEngine.Markup;

namespace ForumEngine.Words;

/// <summary>A word of the list found in a text, from <paramref name="Start"/> to before <paramref name="End"/> of its source.</summary>
public readonly record struct WordHit(Word Word, int Start, int End)
{
    /// <summary>As it was typed, without the tags in it; 40 characters at most.</summary>
    public string Seen(SourceRuns text)
    {
        var (start, end) = (Start, End);
        var seen = string.Concat(text.Runs.Where(r => r.Kind != RunKind.Break && r.Start < end && r.End > start)
            .Select(r => text.Source[Math.Max(r.Start, start)..Math.Min(r.End, end)]));
        return seen.Length <= 40 ? seen : string.Concat(seen.AsSpan(0, 39), "…");
    }
}
