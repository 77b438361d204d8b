namespace ForumEngine.Markup;

/// <summary>Cuts clean source into text and tags of the table, in one pass; whatever isn't such a tag is text.</summary>
internal sealed class Tokenizer(string source, TagSet tags, MarkupOptions options)
{
    /// <summary>Longest tag with its value, and longest address between tags.</summary>
    private const int MaxTagLength = 2100;

    private readonly List<Token> tokens = [];
    private readonly Dictionary<string, int> nextClosing = [];
    private int textStart;

    public static List<Token> Read(string source, MarkupOptions options) => new Tokenizer(source, TagSet.For(options), options).Read();

    private List<Token> Read()
    {
        var at = 0;
        while (at < source.Length && source.IndexOf('[', at) is var open && open >= 0)
            at = ReadTag(open);
        AddText(source.Length);
        return tokens;
    }

    /// <summary>Answers where to go on: behind the tag, or behind the bracket that is none.</summary>
    private int ReadTag(int open)
    {
        var tag = tags.FindAt(source, open, out var nameEnd);
        if (tag is null || nameEnd == source.Length)
            return nameEnd;
        var closes = source[open + 1] == '/';
        if (source[nameEnd] == ']')
            return closes ? Add(new Token(TokenKind.Close, open, nameEnd + 1, tag)) : AddOpening(tag, null, open, nameEnd + 1);
        if (closes || source[nameEnd] != '=')
            return nameEnd;
        var valueEnd = FindValueEnd(nameEnd);
        return valueEnd < 0 ? nameEnd : AddOpening(tag, source[(nameEnd + 1)..valueEnd].Trim(), open, valueEnd + 1);
    }

    /// <summary>
    /// The closing bracket, or -1. Brackets count only outside quotation marks; since every mark toggles, two scans
    /// can't both pass a third bracket and the whole stays linear.
    /// </summary>
    private int FindValueEnd(int at)
    {
        var quoted = false;
        for (var end = Math.Min(source.Length, at + MaxTagLength); at < end; at++)
        {
            var c = source[at];
            if (c == '"')
                quoted = !quoted;
            else if (c == '\n' || (c == '[' && !quoted))
                return -1;
            else if (c == ']' && !quoted)
                return at;
        }
        return -1;
    }

    private int AddOpening(Tag tag, string? value, int open, int end)
    {
        if (tag.ReadContent is { } readContent && (value is null || tag.TakesContent))
        {
            var closing = FindClosing(tag, end);
            if (closing >= 0 && (tag.Kind == TagKind.Verbatim || closing - end <= MaxTagLength))
            {
                var content = source[end..closing];
                if (readContent(value, content, options) is { } whole)
                    return Add(new Token(TokenKind.Whole, open, closing + tag.Name.Length + 3, tag, whole, content));
            }
            return Add(new Token(TokenKind.Refused, open, end, tag));
        }
        var shape = tag.Read(value);
        return Add(new Token(shape is null ? TokenKind.Refused : TokenKind.Open, open, end, tag, shape));
    }

    /// <summary>The next closing tag; remembered, so that a thousand openings don't search for the same one.</summary>
    private int FindClosing(Tag tag, int from)
    {
        if (!nextClosing.TryGetValue(tag.Name, out var known) || (known >= 0 && known < from))
            nextClosing[tag.Name] = known = source.IndexOf($"[/{tag.Name}]", from, StringComparison.OrdinalIgnoreCase);
        return known;
    }

    private int Add(Token token)
    {
        AddText(token.Start);
        tokens.Add(token);
        return textStart = token.End;
    }

    private void AddText(int end)
    {
        if (end > textStart)
            tokens.Add(new Token(TokenKind.Text, textStart, end));
    }
}
