namespace ForumEngine.Markup;

/// <summary>A node of the tree between source and output. Blocks hold blocks and paragraphs, paragraphs hold text.</summary>
internal abstract class Node
{
    /// <summary>How many nodes it is, itself and all in it; asked for once the tree is whole.</summary>
    public virtual int Weight => 1;
}

internal sealed class TextNode(string text) : Node
{
    public string Text { get; } = text;
}

internal sealed class LineBreak : Node;

/// <summary>Stands for the content of an element that is written without it.</summary>
internal sealed class Hole : Node;

/// <summary>Code: shown as typed.</summary>
internal sealed class Verbatim(string text) : Node
{
    public string Text { get; } = text;
}

/// <summary>The line over a quote.</summary>
internal sealed class Attribution(long? postId, string words) : Node
{
    public long? PostId { get; } = postId;
    public string Words { get; } = words;
}

internal abstract class Container : Node
{
    private int? weight;

    public List<Node> Children { get; } = [];

    public override int Weight => weight ??= 1 + Children.Sum(child => child.Weight);
}

internal sealed class Root : Container;

internal sealed class Paragraph : Container;

internal sealed class Element(Tag tag, Shape shape) : Container
{
    public Tag Tag { get; } = tag;
    public Shape Shape { get; } = shape;
}
