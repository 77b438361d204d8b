namespace ForumEngine.Markup;

/// <summary>Grows the tree: blocks within blocks, paragraphs in them, and in those text within <see cref="Formats"/>.</summary>
internal sealed class TreeBuilder
{
    public const int MaxDepth = 20;

    private readonly record struct Block(Container Node, int Opening);

    private readonly List<Block> blocks = [];
    private readonly Formats formats = new();
    private Paragraph? paragraph;
    private int newlines;

    public TreeBuilder() => blocks.Add(new Block(Root, -1));

    public Root Root { get; } = new();

    public bool CanFormat => formats.Count < MaxDepth;

    public bool CanNest => blocks.Count <= MaxDepth;

    public bool InLink => formats.InLink;

    /// <summary>Directly in a list, or in one of its items.</summary>
    public bool InList => Innermost.Tag?.Kind is TagKind.List or TagKind.Item;

    private (Container Node, Tag? Tag) Innermost => (blocks[^1].Node, (blocks[^1].Node as Element)?.Tag);

    public void Format(Tag tag, Shape shape, int opening) => formats.TurnOn(tag, shape, opening, blocks.Count);

    public void Close(Tag tag, int opening)
    {
        if (tag.Kind == TagKind.Inline)
        {
            formats.TurnOff(opening);
            return;
        }
        var block = blocks.FindIndex(block => block.Opening == opening);
        if (block > 0)
            CloseBlocks(block);
    }

    public void OpenBlock(Tag tag, Shape shape, int opening)
    {
        EndParagraph();
        var element = new Element(tag, shape);
        if (shape.Attribution is { } attribution)
            element.Children.Add(attribution);
        Home().Children.Add(element);
        blocks.Add(new Block(element, opening));
    }

    public void OpenItem(Tag tag, Shape shape)
    {
        EndParagraph();
        if (Innermost.Tag!.Kind == TagKind.Item)
            blocks.RemoveAt(blocks.Count - 1);
        var item = new Element(tag, shape);
        blocks[^1].Node.Children.Add(item);
        blocks.Add(new Block(item, -1));
    }

    public void AddBlock(Node node)
    {
        EndParagraph();
        Home().Children.Add(node);
    }

    public void AddWhole(Token token)
    {
        var element = new Element(token.Tag!, token.Shape!);
        if (token.Tag!.Kind is TagKind.Verbatim or TagKind.File)
        {
            if (token.Tag.Kind == TagKind.Verbatim)
                element.Children.Add(new Verbatim(token.Content!));
            AddBlock(element);
            return;
        }
        if (token.Tag.Kind != TagKind.Address)
            element.Children.Add(new TextNode(token.Content!.Trim()));
        Place().Add(element);
    }

    /// <summary>A blank line begins a paragraph, a single line end is a line break; blanks at their edges go.</summary>
    public void AddText(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var end = text.IndexOf('\n');
            AddLine(end < 0 ? text : text[..end].TrimEnd(" \t"));
            if (end < 0)
                return;
            newlines++;
            text = text[(end + 1)..];
        }
    }

    private void AddLine(ReadOnlySpan<char> line)
    {
        var starts = paragraph is null || newlines > 0;
        if (line.IsEmpty || (starts && line.IsWhiteSpace()))
            return;
        var words = (starts ? line.TrimStart(" \t") : line).ToString();
        AutoLinks.Add(words, Place(), linked: InLink);
    }

    /// <summary>Where text goes now: the paragraph, within all formats that are on.</summary>
    private List<Node> Place()
    {
        if (newlines > 1)
            EndParagraph();
        if (paragraph is null)
            Home().Children.Add(paragraph = new Paragraph());
        else if (newlines == 1)
            formats.Innermost(paragraph).Children.Add(new LineBreak());
        newlines = 0;
        return formats.OpenAll(paragraph).Children;
    }

    /// <summary>The block that takes a paragraph or a block; text in a list before its first item makes an item.</summary>
    private Container Home()
    {
        if (Innermost.Tag?.Kind == TagKind.List)
            OpenItem(TagTable.Item, new Shape("li"));
        return Innermost.Node;
    }

    private void CloseBlocks(int first)
    {
        EndParagraph();
        blocks.RemoveRange(first, blocks.Count - first);
        formats.TurnOffBelow(first);
    }

    private void EndParagraph()
    {
        paragraph = null;
        newlines = 0;
        formats.LeaveParagraph();
    }
}
