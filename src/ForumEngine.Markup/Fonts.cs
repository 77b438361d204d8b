namespace ForumEngine.Markup;

/// <summary>
/// <c>[font=…]</c>: a family that we have a stack of fonts for becomes its class, since the named font is seldom on the
/// reader's machine; any other is left to the page's own font. What can't be a name at all is refused.
/// </summary>
internal static class Fonts
{
    private const int MaxLength = 100;

    /// <summary>In this order: "sans-serif" before "serif", Courier before other Latin ones.</summary>
    private static readonly (string Part, string Kind)[] Parts =
    [
        // 仿宋, 楷, 隶, 宋, 明体, 黑, 幼圆
        ("\u4EFF\u5B8B", "fangsong"), ("fangsong", "fangsong"), ("\u6977", "kai"), ("kai", "kai"), ("\u96B6", "kai"), ("lisu", "kai"),
        ("\u5B8B", "song"), ("simsun", "song"), ("sun", "song"), ("\u660E\u4F53", "song"), ("mincho", "song"),
        ("\u9ED1", "sans"), ("yahei", "sans"), ("simhei", "sans"), ("\u5E7C\u5706", "sans"), ("pingfang", "sans"),
        ("courier", "mono"), ("consol", "mono"), ("mono", "mono"), ("menlo", "mono"), ("fixedsys", "mono"), ("lucida console", "mono"),
        ("sans", "sans"), ("arial", "sans"), ("verdana", "sans"), ("tahoma", "sans"), ("helvetica", "sans"), ("trebuchet", "sans"), ("impact", "sans"),
        ("comic", "hand"), ("cursive", "hand"), ("script", "hand"),
        ("times", "serif"), ("georgia", "serif"), ("garamond", "serif"), ("palatino", "serif"), ("serif", "serif"),
    ];

    public static IEnumerable<string> Classes => Parts.Select(part => ClassOf(part.Kind)).Distinct();

    public static Shape? Read(string? value)
    {
        if (value is null or { Length: 0 or > MaxLength } || !value.All(IsNameCharacter))
            return null;
        foreach (var (part, kind) in Parts)
            if (value.Contains(part, StringComparison.OrdinalIgnoreCase))
                return new Shape("span", ("class", ClassOf(kind)));
        return new Shape("span");
    }

    private static string ClassOf(string kind) => "font-" + kind;

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is ' ' or ',' or '-' or '_' or '.' or '"' or '\'' or '@';
}
