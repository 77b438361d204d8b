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

    /// <summary>Who may see it; the shape's, or stricter.</summary>
    public HideNeed? Need { get; set; } = shape.Need;

    public override int Weight => base.Weight + (Shape.Filled?.Weight ?? 0);

    /// <summary>What stands between the tags when that is taken as it is.</summary>
    public void AddContent(string content)
    {
        if (Shape.Lines is { } lines)
            Children.AddRange(lines.Select(Item));
        else if (Tag.Kind == TagKind.Verbatim)
            Children.Add(new Verbatim(content));
        else if (Shape.Words is { } words)
            Children.Add(new TextNode(words));
        else if (Tag.Kind == TagKind.Inline)
            Children.Add(new TextNode(content.Trim()));
    }

    private static Element Item(string line)
    {
        var (item, paragraph) = (new Element(TagTable.Item, new Shape("li")), new Paragraph());
        paragraph.Children.Add(new TextNode(line));
        item.Children.Add(paragraph);
        return item;
    }
}
