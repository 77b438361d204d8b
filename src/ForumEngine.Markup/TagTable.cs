namespace ForumEngine.Markup;

/// <summary>The tags there are (features.md A3). A new tag is a new line; nothing else knows tags by name.</summary>
internal static class TagTable
{
    private static readonly Tag[] All =
    [
        Plain("b", "b"),
        new("i", TagKind.Inline, value => value is null ? new Shape("i") : EditLine(value)),
        Plain("u", "u"),
        Plain("s", "s"),
        Plain("sub", "sub"),
        Plain("sup", "sup"),
        new("color", TagKind.Inline, value => Colours.Read(value)),
        new("backcolor", TagKind.Inline, value => Colours.ReadBack(value)),
        new("size", TagKind.Inline, value => Sizes.Read(value)),
        new("font", TagKind.Inline, value => Fonts.Read(value)),
        new("url", TagKind.Inline, value => Links.ReadUrl(value), (_, content, _) => Links.ReadUrl(content)) { IsLink = true },
        new("email", TagKind.Inline, value => Links.ReadEmail(value), (_, content, _) => Links.ReadEmail(content)) { IsLink = true },
        new("tid", TagKind.Inline, value => Links.ReadNumber("/threads/", value)) { IsLink = true },
        new("pid", TagKind.Inline, value => Links.ReadNumber("/posts/", value)) { IsLink = true },
        new("groupid", TagKind.Inline, _ => new Shape("span")),
        new("img", TagKind.Address, _ => null, Images.Read),
        new("media", TagKind.Address, _ => null, Media.Read),
        new("video", TagKind.Address, _ => null, Media.Read),
        new("audio", TagKind.Address, _ => null, Media.Read),
        new("flash", TagKind.Address, _ => null, Media.Read),
        new("swf", TagKind.Address, _ => null, Media.Read),
        new("qq", TagKind.Address, _ => null, (_, content, _) => Legacy.ReadQq(content)),
        new("attach", TagKind.File, _ => null, (_, content, _) => Files.Read(content)),
        new("attachimg", TagKind.File, _ => null, (_, content, _) => Files.Read(content)),
        QuoteTag.Tag,
        HideTag.Tag,
        Block("free", new Shape("div")),
        Block("indent", new Shape("div", ("class", "indent"))),
        new("float", TagKind.Block, value => Alignment.ReadFloat(value)),
        new("align", TagKind.Block, value => Alignment.ReadAlign(value)),
        new("p", TagKind.Block, value => Alignment.ReadParagraph(value)),
        new("list", TagKind.List, value => Lists.Read(value)),
        new("*", TagKind.Item, value => value is null ? new Shape("li") : null) { PartOf = "list" },
        new("index", TagKind.List, _ => null, (_, content, _) => Legacy.ReadIndex(content)),
        new("table", TagKind.Table, value => Tables.ReadTable(value)),
        new("tr", TagKind.Row, value => Tables.ReadRow(value)) { PartOf = "table" },
        new("td", TagKind.Cell, value => Tables.ReadCell("td", value)) { PartOf = "table" },
        new("th", TagKind.Cell, value => Tables.ReadCell("th", value)) { PartOf = "table" },
        new("hr", TagKind.Rule, value => value is null ? new Shape("hr") : null),
        new("page", TagKind.Rule, value => value is null ? new Shape("hr") : null),
        new("code", TagKind.Verbatim, _ => null, (value, _, _) => CodeTag.Read(value)),
        HideTag.Password,
        new("postbg", TagKind.Dropped, _ => null, (_, _, _) => new Shape("div")),
        new("begin", TagKind.Dropped, _ => null, (_, _, _) => new Shape("div")),
    ];

    private static readonly Dictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> ByName =
        All.ToDictionary(tag => tag.Name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The link that a bare address in the text becomes.</summary>
    public static Tag Url { get; } = Find("url")!;

    /// <summary>The item that text in a list before its first [*] gets.</summary>
    public static Tag Item { get; } = Find("*")!;

    /// <summary>What text in a table outside of cells gets.</summary>
    public static Tag Row { get; } = Find("tr")!;

    /// <inheritdoc cref="Row"/>
    public static Tag Cell { get; } = Find("td")!;

    public static Tag? Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var tag) ? tag : null;

    private static Tag Plain(string name, string element) =>
        new(name, TagKind.Inline, value => value is null ? new Shape(element) : null);

    private static Tag Block(string name, Shape shape) => new(name, TagKind.Block, value => value is null ? shape : null);

    /// <summary><c>[i=s]</c>: "last edited by", as Discuz writes it into the text.</summary>
    private static Shape? EditLine(string value) => value == "s" ? new Shape("i", ("class", "edit-line")) : null;
}
