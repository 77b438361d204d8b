namespace ForumEngine.Markup;

public enum RunKind
{
    /// <summary>Readers see it.</summary>
    Words,

    /// <summary>The value of a tag: where a link leads, who is quoted.</summary>
    Value,

    /// <summary>A place where a block begins or ends; empty.</summary>
    Break,
}

/// <summary>A stretch of <see cref="SourceRuns.Source"/>.</summary>
public readonly record struct SourceRun(RunKind Kind, int Start, int End);

/// <summary>
/// The source of a post cut into what is read and what isn't, with places, so that what is found in the words can be changed in the
/// source: tags inside a word are passed over. Tags that stay as typed count as tags too. Linear.
/// </summary>
/// <param name="Source">As it is read: without the characters that are never shown.</param>
/// <param name="Runs">In the order of the source.</param>
public sealed record SourceRuns(string Source, IReadOnlyList<SourceRun> Runs)
{
    public static SourceRuns Of(string source, MarkupOptions? options = null)
    {
        var clean = SourceText.Clean(source);
        var runs = new List<SourceRun>();
        foreach (var token in Tokenizer.Read(clean, options ?? MarkupOptions.Default)) Add(runs, clean, token);
        return new SourceRuns(clean, runs);
    }

    /// <summary>A title or a name: all of it is words.</summary>
    public static SourceRuns OfLine(string text) => new(text, [new SourceRun(RunKind.Words, 0, text.Length)]);

    private static void Add(List<SourceRun> runs, string source, Token token)
    {
        if (token.Kind == TokenKind.Text)
        {
            runs.Add(new SourceRun(RunKind.Words, token.Start, token.End));
            return;
        }
        var parts = token.Tag!.Kind is not (TagKind.Inline or TagKind.Address);
        if (parts) runs.Add(new SourceRun(RunKind.Break, token.Start, token.Start));
        var value = source.IndexOf('=', token.Start, token.Length);
        var close = source.IndexOf(']', token.Start, token.Length);
        if (token.Kind == TokenKind.Whole)
        {
            var start = token.Start + source.AsSpan(token.Start, token.Length).IndexOf(']') + 1;
            runs.Add(new SourceRun(token.Tag.Kind == TagKind.Verbatim ? RunKind.Words : RunKind.Value, start, start + token.Content!.Length));
        }
        else if (value >= 0 && value < close && token.Kind != TokenKind.Close) runs.Add(new SourceRun(RunKind.Value, value + 1, token.End - 1));
        if (parts) runs.Add(new SourceRun(RunKind.Break, token.End, token.End));
    }
}
