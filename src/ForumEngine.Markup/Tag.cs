namespace ForumEngine.Markup;

internal enum TagKind
{
    /// <summary>Formats text; reopened in the next paragraph when it spans several.</summary>
    Inline,

    /// <summary>Holds paragraphs.</summary>
    Block,

    /// <summary>A block that holds items only.</summary>
    List,

    /// <summary><c>[*]</c>: no closing tag, ends with the next item or the list.</summary>
    Item,

    /// <summary>A block that holds rows only, which hold cells only.</summary>
    Table,
    Row,
    Cell,

    /// <summary>Stands alone between paragraphs.</summary>
    Rule,

    /// <summary>Content is the value itself (an address), never parsed; stands in the text.</summary>
    Address,

    /// <summary>As <see cref="Address"/>, but it stands alone between paragraphs.</summary>
    File,

    /// <summary>Content is shown as typed.</summary>
    Verbatim,

    /// <summary>Shown to nobody, content and all.</summary>
    Dropped,
}

/// <summary>
/// What a tag means. <paramref name="Read"/> gets the value after <c>=</c> (null without one) and answers with the
/// HTML element, or null when it refuses the value: the tag then stays as typed.
/// A tag with <paramref name="ReadContent"/> may be written without a value and takes its content for it.
/// </summary>
internal sealed record Tag(string Name, TagKind Kind, Func<string?, Shape?> Read, Func<string?, string, MarkupOptions, Shape?>? ReadContent = null)
{
    /// <summary>Links don't nest; the parser shows an inner one as typed.</summary>
    public bool IsLink { get; init; }

    /// <summary>The tag that must be allowed for this one, when it isn't itself.</summary>
    public string? PartOf { get; init; }

    /// <summary>Its content is always taken as it is, whether the tag has a value or not.</summary>
    public bool TakesContent => Kind is TagKind.Address or TagKind.File or TagKind.Verbatim or TagKind.Dropped;
}
