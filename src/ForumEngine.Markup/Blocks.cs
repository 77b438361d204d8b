namespace ForumEngine.Markup;

/// <summary>The blocks that are open, the root as number 0.</summary>
internal sealed class Blocks
{
    /// <summary>Who opened a row, a cell or an item that nobody typed.</summary>
    public const int Implied = -1;

    /// <summary>Conditions kept apart; what is hidden deeper needs the stricter of its own and those around.</summary>
    private const int MaxHides = 10;

    private readonly record struct Block(Container Node, int Opening)
    {
        public Element? Element => Node as Element;
    }

    private readonly List<Block> open = [];
    private int hides;
    private int quotes;

    public Blocks() => open.Add(new Block(Root, Implied));

    public Root Root { get; } = new();

    public int Depth => open.Count - 1;

    public Container Node => open[^1].Node;

    public TagKind? Innermost => open[^1].Element?.Tag.Kind;

    public bool InQuote => quotes > 0;

    public bool HidesTooDeep => hides >= MaxHides;

    public bool IsImplied => open[^1].Opening == Implied && Depth > 0;

    /// <summary>In a table, but in no row that somebody opened.</summary>
    public bool TakesBareRows => Innermost switch
    {
        TagKind.Table => true,
        TagKind.Row => IsImplied,
        TagKind.Cell => IsImplied && open[^2].Opening == Implied,
        _ => false,
    };

    /// <summary>Directly in one of this kind, rows and cells that nobody typed aside.</summary>
    public bool IsIn(TagKind kind)
    {
        var at = Depth;
        while (at > 0 && open[at].Opening == Implied && open[at].Element!.Tag.Kind is TagKind.Row or TagKind.Cell && open[at].Element!.Tag.Kind != kind)
            at--;
        return open[at].Element?.Tag.Kind == kind;
    }

    public void Push(Element element, int opening)
    {
        open.Add(new Block(element, opening));
        Count(element, 1);
    }

    /// <summary>Where the block is that was opened there; 0 for none.</summary>
    public int Find(int opening) => Math.Max(0, open.FindLastIndex(block => block.Opening == opening && opening != Implied));

    /// <summary>The hidden blocks that end with another, outermost first.</summary>
    public List<(Element Element, int Opening)> HiddenWithin(int block) =>
        [.. open.Skip(block + 1).Where(inner => inner.Element?.Need is not null).Select(inner => (inner.Element!, inner.Opening))];

    public void HideMore(HideNeed need)
    {
        var innermost = open.FindLast(block => block.Element?.Need is not null).Element!;
        innermost.Need = innermost.Need!.Value.With(need);
    }

    public void CutTo(int first)
    {
        for (var i = first; i < open.Count; i++)
            Count(open[i].Element!, -1);
        open.RemoveRange(first, open.Count - first);
    }

    private void Count(Element element, int change)
    {
        if (element.Need is not null)
            hides += change;
        if (element.Tag == QuoteTag.Tag)
            quotes += change;
    }
}
