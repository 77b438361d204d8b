namespace ForumEngine.Markup;

/// <summary>
/// What members write (the code tags of features.md A3) as HTML and as plain text. Any input is fine: what isn't
/// markup is text. Every call is linear in the length of the source and safe to make from many threads.
/// </summary>
public static class PostMarkup
{
    /// <summary>Raised whenever the HTML of some source may change; stored HTML of an older version is rendered again.</summary>
    public const int RendererVersion = 2;

    /// <summary>
    /// Safe HTML without an element around it; no style attributes, no ids, no scripts. As a stranger reads it: what is
    /// hidden is left out, and so are attachments. For a page of a member's post <see cref="Render"/> and <see cref="Resolve"/>.
    /// </summary>
    public static string ToHtml(string source, MarkupOptions? options = null)
    {
        var rendered = Render(source, options);
        return Resolve(rendered.Html, rendered.Hidden, Stranger);
    }

    /// <summary>The post as it is kept, for all readers.</summary>
    public static Rendered Render(string source, MarkupOptions? options = null) =>
        SafeHtml.Of(Parse(source, options), options ?? MarkupOptions.Default);

    /// <summary>What was rendered, as this reader may see it; costs nothing when nothing depends on the reader.</summary>
    public static string Resolve(string html, string? hidden, ReaderFacts facts) => Resolver.Resolve(html, hidden, facts);

    /// <summary>Readable text with line breaks, for mails and quotes.</summary>
    /// <param name="source">What was written.</param>
    /// <param name="withoutQuotes">Leaves out what others said.</param>
    /// <param name="withHidden">For the author's own eyes; otherwise what is hidden is left out.</param>
    /// <param name="options">As for the HTML, so that custom codes are read.</param>
    public static string ToPlainText(string source, bool withoutQuotes = false, bool withHidden = false, MarkupOptions? options = null) =>
        TextWriter.Write(Parse(source, options), new TextParts { Quotes = !withoutQuotes, Hidden = withHidden });

    /// <summary>The post's own words on one line, for a search index: no quotes, nothing hidden, no addresses of pictures.</summary>
    public static string ToSearchText(string source, MarkupOptions? options = null) =>
        OneLine(TextWriter.Write(Parse(source, options), new TextParts { Quotes = false, Addresses = false }));

    /// <summary>One line of the member's own words (of what he quotes, if there are none), cut to <paramref name="maxCharacters"/> with ….</summary>
    public static string ToExcerpt(string source, int maxCharacters)
    {
        var tree = Parse(source);
        var own = TextWriter.Write(tree, new TextParts { Quotes = false, Addresses = false });
        var words = own.Length > 0 ? own : TextWriter.Write(tree, new TextParts { Addresses = false });
        return Graphemes.Cut(OneLine(words), maxCharacters);
    }

    /// <summary>
    /// How many characters people see, without quotes, tags and blanks at the ends; hidden ones too. An image or an
    /// attachment counts with its address.
    /// </summary>
    public static int VisibleLength(string source) =>
        Graphemes.CountVisible(TextWriter.Write(Parse(source), new TextParts { Quotes = false, Hidden = true, Files = true }));

    /// <summary>
    /// The names behind an @, each once (however its letters are cased), in the order in which they come; at most <paramref name="max"/>. Not those
    /// in quotes, code and links.
    /// </summary>
    public static IReadOnlyList<string> FindMentions(string source, int max = 50)
    {
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Parse(source, new MarkupOptions { Mention = Note });
        return names;

        int? Note(string name)
        {
            if (names.Count < max && known.Add(name))
                names.Add(name);
            return null;
        }
    }

    /// <summary>The ids of the attachments shown in the text, each once, in order; hidden ones too.</summary>
    public static IReadOnlyList<long> FindAttachments(string source) =>
        [.. Elements(Parse(source)).Select(element => element.Shape.FileId).OfType<long>().Distinct()];

    /// <summary>True when some of it is not for every reader.</summary>
    public static bool HasHide(string source) => Elements(Parse(source)).Any(element => element.Need is not null);

    /// <summary>
    /// True when it leads away from the site or loads something from elsewhere: links, addresses, pictures, videos; custom codes
    /// too, when the options hold them. Not links to posts and members, nor addresses that stand in code.
    /// </summary>
    public static bool HasLinks(string source, MarkupOptions? options = null) => FindLinks(source, options).Any();

    /// <summary>The addresses that <see cref="HasLinks"/> means; one may come more than once.</summary>
    public static IEnumerable<string> FindLinks(string source, MarkupOptions? options = null) =>
        Elements(Parse(source, (options ?? MarkupOptions.Default) with { Links = true })).SelectMany(Addresses).Where(address => !address.StartsWith('/') && !address.StartsWith('#'));

    /// <summary>Its own, and those that a custom code puts into it.</summary>
    private static IEnumerable<string> Addresses(Element element)
    {
        if (element.Shape.Address is { } address)
            yield return address;
        foreach (var node in element.Shape.Filled?.Nodes.OfType<Container>() ?? [])
            foreach (var inner in Within(node))
                yield return inner;
    }

    private static IEnumerable<string> Within(Container node)
    {
        if (node is Element { Shape.Address: { } address })
            yield return address;
        foreach (var child in node.Children.OfType<Container>())
            foreach (var inner in Within(child))
                yield return inner;
    }

    private static readonly ReaderFacts Stranger = new();

    private static Root Parse(string source, MarkupOptions? options = null) => Parser.Parse(SourceText.Clean(source), options ?? MarkupOptions.Default);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<Element> Elements(Container container)
    {
        foreach (var child in container.Children.OfType<Container>())
        {
            if (child is Element element)
                yield return element;
            foreach (var inner in Elements(child))
                yield return inner;
        }
    }
}
