namespace ForumEngine.Markup;

/// <summary>
/// Bare http(s) addresses in text become links. An address ends before anything that isn't ASCII (Chinese text follows
/// without a blank) and before closing punctuation.
/// </summary>
internal static class AutoLinks
{
    /// <param name="text">Plain text.</param>
    /// <param name="place">Where links go.</param>
    /// <param name="addRest">Takes the text between, which may be empty.</param>
    public static void Add(string text, List<Node> place, Action<string> addRest)
    {
        var plainStart = 0;
        for (var at = 0; (at = text.IndexOf("http", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = FindEnd(text, at);
            if (CanStart(text, at) && end - at <= Urls.MaxLength && Trim(text, at, end) is var linkEnd
                && Urls.ReadLink(text[at..linkEnd]) is { } address)
            {
                addRest(text[plainStart..at]);
                var link = new Element(TagTable.Url, Links.To(address));
                link.Children.Add(new TextNode(address));
                place.Add(link);
                plainStart = linkEnd;
            }
            // Behind the whole run even when it is no address: a run is read once, or long ones would take forever.
            at = Math.Max(end, at + "http".Length);
        }
        addRest(text[plainStart..]);
    }

    /// <summary>Not inside a word, nor as the value of something that looks like a tag or an attribute.</summary>
    private static bool CanStart(string text, int at) =>
        at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '=' or '"' or '\'' or '/' or '\\' or '-' or '_');

    private static int FindEnd(string text, int at)
    {
        while (at < text.Length && text[at] is > ' ' and < '\u007F' and not ('"' or '<' or '>' or '[' or ']' or '{' or '}' or '|' or '\\' or '^' or '`'))
            at++;
        return at;
    }

    private static int Trim(string text, int start, int end)
    {
        var address = text.AsSpan(start, end - start);
        var unopened = address.Count(')') - address.Count('(');
        while (end > start)
        {
            if (text[end - 1] == ')')
            {
                if (unopened-- <= 0)
                    break;
            }
            else if (text[end - 1] is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '~'))
                break;
            end--;
        }
        return end;
    }
}
