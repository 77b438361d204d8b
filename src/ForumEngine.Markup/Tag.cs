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

    /// <summary>Stands alone between paragraphs.</summary>
    Rule,

    /// <summary>Content is the value itself (an address), never parsed.</summary>
    Address,

    /// <summary>As <see cref="Address"/>, but it stands alone between paragraphs.</summary>
    File,

    /// <summary>Content is shown as typed.</summary>
    Verbatim,
}

/// <summary>
/// What a tag means. <paramref name="Read"/> gets the value after <c>=</c> (null without one) and answers with the
/// HTML element, or null when it refuses the value: the tag then stays as typed.
/// A tag with <paramref name="ReadContent"/> may be written without a value and takes its content for it.
/// </summary>
internal sealed record Tag(string Name, TagKind Kind, Func<string?, Shape?> Read, Func<string?, string, Shape?>? ReadContent = null)
{
    /// <summary>Links don't nest; the parser shows an inner one as typed.</summary>
    public bool IsLink { get; init; }
}

/// <summary>The HTML element a tag becomes; attribute values are plain text, encoded by the writer.</summary>
internal sealed record Shape(string Element, params (string Name, string Value)[] Attributes)
{
    /// <summary>Who is quoted; only quotes have it.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>Who may see the content; only hidden parts have it.</summary>
    public HideNeed? Need { get; init; }

    /// <summary>The attachment that stands here.</summary>
    public long? FileId { get; init; }
}
