namespace ForumEngine.Markup;

/// <summary>The tags there are (features.md A3). A new tag is a new line; nothing else knows tags by name.</summary>
internal static class TagTable
{
    private static readonly Tag[] All =
    [
        Plain("b", "b"),
        Plain("i", "i"),
        Plain("u", "u"),
        Plain("s", "s"),
        Plain("sub", "sub"),
        Plain("sup", "sup"),
        new("color", TagKind.Inline, value => Colours.Read(value)),
        new("size", TagKind.Inline, value => Sizes.Read(value)),
        new("url", TagKind.Inline, value => Links.ReadUrl(value), (_, content) => Links.ReadUrl(content)) { IsLink = true },
        new("email", TagKind.Inline, value => Links.ReadEmail(value), (_, content) => Links.ReadEmail(content)) { IsLink = true },
        new("img", TagKind.Address, _ => null, (value, content) => Images.Read(value, content)),
        new("attach", TagKind.File, _ => null, (_, content) => Files.Read(content)),
        new("attachimg", TagKind.File, _ => null, (_, content) => Files.Read(content)),
        QuoteTag.Tag,
        HideTag.Tag,
        new("align", TagKind.Block, value => Alignment.ReadAlign(value)),
        new("p", TagKind.Block, value => Alignment.ReadParagraph(value)),
        new("list", TagKind.List, value => Lists.Read(value)),
        new("*", TagKind.Item, value => value is null ? new Shape("li") : null),
        new("hr", TagKind.Rule, value => value is null ? new Shape("hr") : null),
        new("code", TagKind.Verbatim, _ => null, (_, _) => new Shape("pre")),
    ];

    private static readonly Dictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> ByName =
        All.ToDictionary(tag => tag.Name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The link that a bare address in the text becomes.</summary>
    public static Tag Url { get; } = Find("url")!;

    /// <summary>The item that text in a list before its first [*] gets.</summary>
    public static Tag Item { get; } = Find("*")!;

    public static Tag? Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var tag) ? tag : null;

    private static Tag Plain(string name, string element) =>
        new(name, TagKind.Inline, value => value is null ? new Shape(element) : null);
}
