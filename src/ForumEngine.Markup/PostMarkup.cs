namespace ForumEngine.Markup;

/// <summary>
/// What members write (the code tags of features.md A3) as HTML and as plain text. Any input is fine: what isn't
/// markup is text. Every call is linear in the length of the source and safe to make from many threads.
/// </summary>
public static class PostMarkup
{
    /// <summary>Raised whenever the HTML of some source may change; stored HTML of an older version is rendered again.</summary>
    public const int RendererVersion = 1;

    /// <summary>Safe HTML without an element around it; no style attributes, no ids, no scripts.</summary>
    public static string ToHtml(string source, MarkupOptions? options = null) =>
        SafeHtml.Of(Parse(source), options ?? MarkupOptions.Default);

    /// <summary>Readable text with line breaks, for mails, search and quotes.</summary>
    public static string ToPlainText(string source, bool withoutQuotes = false) =>
        TextWriter.Write(Parse(source), withoutQuotes);

    /// <summary>One line of the member's own words (of what he quotes, if there are none), cut to <paramref name="maxCharacters"/> with ….</summary>
    public static string ToExcerpt(string source, int maxCharacters)
    {
        var tree = Parse(source);
        var own = TextWriter.Write(tree, withoutQuotes: true, withoutImages: true);
        var words = own.Length > 0 ? own : TextWriter.Write(tree, withoutImages: true);
        return Graphemes.Cut(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), maxCharacters);
    }

    /// <summary>How many characters people see, without quotes, tags and blanks at the ends; an image counts with its address.</summary>
    public static int VisibleLength(string source) =>
        Graphemes.CountVisible(ToPlainText(source, withoutQuotes: true));

    private static Root Parse(string source) => Parser.Parse(SourceText.Clean(source));
}
