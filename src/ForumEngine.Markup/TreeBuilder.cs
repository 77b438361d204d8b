namespace ForumEngine.Markup;

/// <summary>Grows the tree: blocks within blocks, paragraphs in them, and in those text within <see cref="Formats"/>.</summary>
internal sealed class TreeBuilder
{
    public const int MaxDepth = 20;

    private readonly MarkupOptions options;
    private readonly Blocks blocks = new();
    private readonly Formats formats = new();
    private readonly Growth growth = new();
    private Paragraph? paragraph;
    private int newlines;
    private bool hasPassword;

    public TreeBuilder(MarkupOptions options) => this.options = options;

    /// <summary>Directly in a list, or in one of its items.</summary>
    public bool InList => blocks.Innermost is TagKind.List or TagKind.Item;

    /// <summary>The tree; a post with a password is closed as a whole.</summary>
    public Root Finish()
    {
        if (!hasPassword)
            return blocks.Root;
        var (root, closed) = (new Root(), new Element(HideTag.Tag, HideTag.Closed));
        closed.Children.AddRange(blocks.Root.Children);
        root.Children.Add(closed);
        return root;
    }

    public bool CanAdd(Shape shape) =>
        !(formats.InLink && (shape.IsLink || shape.Element is "audio" or "video")) && growth.Allows(shape);

    /// <summary>What hides may always nest: as text it would be seen.</summary>
    public bool CanOpen(Tag tag, Shape shape) => growth.Allows(shape) && tag.Kind switch
    {
        TagKind.Inline => formats.Count < MaxDepth && !(tag.IsLink && formats.InLink),
        TagKind.Row => blocks.IsIn(TagKind.Table),
        TagKind.Cell => blocks.IsIn(TagKind.Row) || blocks.IsIn(TagKind.Table),
        _ => shape.Need is not null || blocks.Depth < MaxDepth,
    };

    public void Format(Tag tag, Shape shape, int opening) => formats.TurnOn(tag, shape, opening, blocks.Depth + 1);

    public void Close(Tag tag, int opening)
    {
        if (tag.Kind == TagKind.Inline)
            formats.TurnOff(opening);
        else
            CloseBlock(opening);
    }

    /// <summary>What is hidden stays hidden when the block around it ends first.</summary>
    private void CloseBlock(int opening)
    {
        var block = blocks.Find(opening);
        if (block == 0)
            return;
        var cut = blocks.HiddenWithin(block);
        CloseFrom(block);
        foreach (var (element, hiddenBy) in cut)
            Open(element.Tag, element.Shape, hiddenBy).Need = element.Need;
    }

    public void OpenBlock(Tag tag, Shape shape, int opening)
    {
        if (shape.Need is { } need && blocks.HidesTooDeep)
            blocks.HideMore(need);
        else
            Open(tag, shape, opening);
    }

    private Element Open(Tag tag, Shape shape, int opening)
    {
        EndParagraph();
        if (tag.Kind is TagKind.Row or TagKind.Cell)
            LeaveCells(tag.Kind);
        var element = new Element(tag, shape);
        if (shape.Attribution is { } attribution)
            element.Children.Add(attribution);
        (tag.Kind switch
        {
            TagKind.Row => blocks.Node,
            TagKind.Cell => RowForCell(),
            _ => Home(),
        }).Children.Add(element);
        blocks.Push(element, opening);
        return element;
    }

    /// <summary>Rows and cells that nobody opened end where one begins that somebody did.</summary>
    private void LeaveCells(TagKind kind)
    {
        while (blocks.IsImplied && (blocks.Innermost == TagKind.Cell || kind == TagKind.Row))
            CloseFrom(blocks.Depth);
    }

    private Container RowForCell()
    {
        if (blocks.Innermost == TagKind.Table)
            OpenImplied(TagTable.Row, "tr");
        return blocks.Node;
    }

    private void OpenImplied(Tag tag, string element)
    {
        var implied = new Element(tag, new Shape(element));
        blocks.Node.Children.Add(implied);
        blocks.Push(implied, Blocks.Implied);
    }

    public void OpenItem(Tag tag, Shape shape)
    {
        EndParagraph();
        if (blocks.Innermost == TagKind.Item)
            blocks.CutTo(blocks.Depth);
        var item = new Element(tag, shape);
        blocks.Node.Children.Add(item);
        blocks.Push(item, Blocks.Implied);
    }

    public void AddBlock(Node node)
    {
        EndParagraph();
        Home().Children.Add(node);
    }

    public void AddWhole(Token token)
    {
        var (tag, shape) = (token.Tag!, token.Shape!);
        if (tag.Kind == TagKind.Dropped)
        {
            hasPassword |= shape.Need is not null;
            return;
        }
        var element = new Element(tag, shape);
        element.AddContent(token.Content!);
        if (tag.Kind is TagKind.Verbatim or TagKind.File or TagKind.List)
            AddBlock(element);
        else
            Place().Add(element);
    }

    /// <summary>
    /// A blank line begins a paragraph, a single line end is a line break; blanks at their edges go. In a table outside
    /// of cells a line is a row, and | parts its cells.
    /// </summary>
    public void AddText(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..end].TrimEnd(" \t");
            if (blocks.TakesBareRows)
                AddBareCells(line);
            else
                AddLine(line);
            if (end < 0)
                return;
            if (blocks.TakesBareRows)
                LeaveCells(TagKind.Row);
            else
                newlines++;
            text = text[(end + 1)..];
        }
    }

    private void AddBareCells(ReadOnlySpan<char> line)
    {
        while (line.IndexOf('|') is >= 0 and var bar)
        {
            Home();
            AddLine(line[..bar]);
            LeaveCells(TagKind.Cell);
            Home();
            line = line[(bar + 1)..];
        }
        AddLine(line);
    }

    private void AddLine(ReadOnlySpan<char> line)
    {
        var starts = paragraph is null || newlines > 0;
        if (line.IsEmpty || (starts && line.IsWhiteSpace()))
            return;
        var words = (starts ? line.TrimStart(" \t") : line).ToString();
        Words.Add(words, Place(), options, linked: formats.InLink, quoted: blocks.InQuote);
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

    /// <summary>The block that takes a paragraph or a block; what stands in a list or a table directly gets an item or a cell.</summary>
    private Container Home()
    {
        if (blocks.Innermost == TagKind.List)
            OpenItem(TagTable.Item, new Shape("li"));
        if (blocks.Innermost == TagKind.Table)
            OpenImplied(TagTable.Row, "tr");
        if (blocks.Innermost == TagKind.Row)
            OpenImplied(TagTable.Cell, "td");
        return blocks.Node;
    }

    private void CloseFrom(int first)
    {
        EndParagraph();
        blocks.CutTo(first);
        formats.TurnOffBelow(first);
    }

    private void EndParagraph()
    {
        paragraph = null;
        newlines = 0;
        formats.LeaveParagraph();
    }
}
