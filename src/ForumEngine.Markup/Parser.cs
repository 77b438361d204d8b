namespace ForumEngine.Markup;

/// <summary>Makes the tree of the tokens. Tags it can't place (unpaired, misplaced, nested too deep) stay as typed.</summary>
internal sealed class Parser
{
    private readonly string source;
    private readonly List<Token> tokens;
    private readonly int[] partners;
    private readonly TreeBuilder tree;
    private int literalStart;
    private int literalEnd;

    private Parser(string source, MarkupOptions options)
    {
        this.source = source;
        tree = new TreeBuilder(options);
        tokens = Tokenizer.Read(source, options);
        partners = Pairs.Find(tokens);
    }

    /// <param name="source">Text as <see cref="SourceText.Clean"/> leaves it.</param>
    /// <param name="options">Which tags there are, and what becomes of text.</param>
    public static Root Parse(string source, MarkupOptions options) => new Parser(source, options).Parse();

    private Root Parse()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Text || !CanPlace(token, i))
                KeepLiteral(token, i);
            else
                i = Place(token, i);
        }
        FlushLiteral();
        return tree.Finish();
    }

    private bool CanPlace(Token token, int index) => token.Kind switch
    {
        TokenKind.Whole => tree.CanAdd(token.Shape!),
        TokenKind.Close => partners[index] >= 0,
        TokenKind.Open => token.Tag!.Kind switch
        {
            TagKind.Rule => true,
            TagKind.Item => tree.InList,
            _ => partners[index] >= 0 && tree.CanOpen(token.Tag, token.Shape!),
        },
        _ => false,
    };

    private int Place(Token token, int index)
    {
        FlushLiteral();
        if (token.Kind == TokenKind.Close)
            tree.Close(token.Tag!, partners[index]);
        else if (token.Kind == TokenKind.Whole)
            tree.AddWhole(token);
        else if (token.Tag!.Kind == TagKind.Inline)
            tree.Format(token.Tag, token.Shape!, index);
        else if (token.Tag.Kind == TagKind.Item)
            tree.OpenItem(token.Tag, token.Shape!);
        else if (token.Tag.Kind == TagKind.Rule)
            tree.AddBlock(new Element(token.Tag, token.Shape!));
        else
            return OpenBlock(token, index);
        return index;
    }

    private int OpenBlock(Token token, int index)
    {
        var shape = token.Shape!;
        if (token.Tag == QuoteTag.Tag && shape.Attribution is null && DiscuzQuote.Read(tokens, index + 1, source, out var attribution) is > 0 and var line)
        {
            tree.OpenBlock(token.Tag, shape with { Attribution = attribution }, index);
            return index + line;
        }
        tree.OpenBlock(token.Tag!, shape, index);
        return index;
    }

    /// <summary>Neighbours are joined, so that an address with brackets in it is seen whole; the partner follows.</summary>
    private void KeepLiteral(Token token, int index)
    {
        if (literalEnd != token.Start)
            FlushLiteral();
        if (literalStart == literalEnd)
            literalStart = token.Start;
        literalEnd = token.End;
        if (token.Kind != TokenKind.Text && partners[index] is >= 0 and var partner)
            partners[partner] = -1;
    }

    private void FlushLiteral()
    {
        if (literalEnd > literalStart)
            tree.AddText(source.AsSpan(literalStart, literalEnd - literalStart));
        literalStart = literalEnd;
    }
}
