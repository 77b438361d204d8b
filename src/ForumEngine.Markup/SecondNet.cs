using Ganss.Xss;

namespace ForumEngine.Markup;

/// <summary>
/// HtmlSanitizer behind the writer: it knows exactly what the writer may write, changes nothing of that, and takes
/// out whatever a mistake of ours would let through.
/// </summary>
internal static class SecondNet
{
    public static IReadOnlyList<string> Elements { get; } =
    [
        "p", "br", "b", "i", "u", "s", "sub", "sup", "span", "font", "a", "img", "audio", "video",
        "blockquote", "cite", "div", "pre", "code", "hr", "ul", "ol", "li", "table", "tbody", "tr", "td", "th",
    ];

    public static IReadOnlyList<string> Attributes { get; } =
    [
        "href", "rel", "src", "alt", "loading", "referrerpolicy", "width", "height", "class", "color", "type",
        "colspan", "rowspan", "controls", "preload", "data-src", "data-language",
    ];

    public static IReadOnlyList<string> Classes { get; } =
    [
        .. Palette.Names.Select(Colours.ClassOf),
        .. Palette.Names.Select(Colours.BackClassOf),
        .. Enumerable.Range(1, Sizes.Largest).Select(Sizes.ClassOf),
        .. Alignment.Sides.Select(Alignment.ClassOf),
        .. Alignment.Sides.Select(Alignment.FloatClassOf),
        .. Fonts.Classes,
        Alignment.Indented, "indent", "table", "wide", "embed", "mention", "edit-line",
    ];

    public static IReadOnlyList<string> Schemes { get; } = ["http", "https", "mailto"];

    /// <summary>Never changed after it is built, so it may be used by many threads.</summary>
    private static readonly HtmlSanitizer Sanitizer = Build();

    public static string Pass(string html) => BareHtml.IsHarmless(html) ? html : Sanitize(html);

    public static string Sanitize(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Build()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedClasses = new HashSet<string>(Classes),
            AllowedSchemes = new HashSet<string>(Schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src", "data-src"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.AllowDataAttributes = false;
        sanitizer.RemovingComment += (_, found) => found.Cancel = Placeholders.IsOne(found.Comment.Data);
        sanitizer.FilterUrl += (_, found) =>
        {
            if (found.Tag.GetAttribute("data-src") == found.OriginalUrl && !Embeds.IsPlayer(found.OriginalUrl))
                found.SanitizedUrl = null;
        };
        return sanitizer;
    }
}
