namespace ForumEngine.Markup;

/// <summary>
/// Grows the tree. Formats don't hold blocks and don't cross them: they are kept in a list and opened anew, when text
/// comes, in each paragraph they cover. So what comes out is well formed however the tags overlap.
/// </summary>
internal sealed class TreeBuilder
{
    public const int MaxDepth = 20;

    /// <summary>Formats opened anew in one post; without the limit 20 overlapping tags would multiply the output by 20.</summary>
    private const int MaxReopened = 1000;

    private readonly record struct Block(Container Node, int Opening);

    private sealed record OpenFormat(Tag Tag, Shape Shape, int Opening, int Depth)
    {
        public bool Used { get; set; }
    }

    private readonly List<Block> blocks = [];
    private readonly List<OpenFormat> formats = [];

    /// <summary>The open elements of <see cref="formats"/>, from its first on; the rest is opened when text comes.</summary>
    private readonly List<Element> opened = [];
    private Paragraph? paragraph;
    private int newlines;
    private int reopened;

    public TreeBuilder() => blocks.Add(new Block(Root, -1));

    public Root Root { get; } = new();

    public bool CanFormat => formats.Count < MaxDepth;

    public bool CanNest => blocks.Count <= MaxDepth;

    public bool InLink => formats.Exists(format => format.Tag.IsLink);

    /// <summary>Directly in a list, or in one of its items.</summary>
    public bool InList => Innermost.Tag?.Kind is TagKind.List or TagKind.Item;

    private (Container Node, Tag? Tag) Innermost => (blocks[^1].Node, (blocks[^1].Node as Element)?.Tag);

    public void Format(Tag tag, Shape shape, int opening) => formats.Add(new OpenFormat(tag, shape, opening, blocks.Count));

    public void Close(Tag tag, int opening)
    {
        if (tag.Kind == TagKind.Inline)
        {
            var index = formats.FindIndex(format => format.Opening == opening);
            if (index >= 0)
                RemoveFormat(index);
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
        if (token.Tag!.Kind == TagKind.Verbatim)
        {
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
            Deepest().Add(new LineBreak());
        newlines = 0;
        while (opened.Count < formats.Count)
            Reopen();
        return Deepest();
    }

    private void Reopen()
    {
        var format = formats[opened.Count];
        if (format.Used && ++reopened > MaxReopened)
        {
            formats.RemoveAt(opened.Count);
            return;
        }
        format.Used = true;
        var element = new Element(format.Tag, format.Shape);
        Deepest().Add(element);
        opened.Add(element);
    }

    private List<Node> Deepest() => (opened.Count > 0 ? (Container)opened[^1] : paragraph!).Children;

    /// <summary>The block that takes a paragraph or a block; text in a list before its first item makes an item.</summary>
    private Container Home()
    {
        if (Innermost.Tag?.Kind == TagKind.List)
            OpenItem(TagTable.Item, new Shape("li"));
        return Innermost.Node;
    }

    private void RemoveFormat(int index)
    {
        formats.RemoveAt(index);
        if (index < opened.Count)
            opened.RemoveRange(index, opened.Count - index);
    }

    private void CloseBlocks(int first)
    {
        EndParagraph();
        blocks.RemoveRange(first, blocks.Count - first);
        formats.RemoveAll(format => format.Depth > first);
    }

    private void EndParagraph()
    {
        paragraph = null;
        newlines = 0;
        opened.Clear();
    }
}
