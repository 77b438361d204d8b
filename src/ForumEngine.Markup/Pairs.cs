namespace ForumEngine.Markup;

/// <summary>Finds for each closing tag its opening one, as parentheses of one kind pair up.</summary>
internal static class Pairs
{
    /// <summary>The partner of each token, or -1: a tag without partner is shown as typed, so no text is lost.</summary>
    public static int[] Find(List<Token> tokens)
    {
        var partners = new int[tokens.Count];
        Array.Fill(partners, -1);
        var open = new Dictionary<string, Stack<int>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Tag: { } tag, Kind: not TokenKind.Whole } token)
                continue;
            if (!open.TryGetValue(tag.Name, out var stack))
                open[tag.Name] = stack = new Stack<int>();
            if (token.Kind != TokenKind.Close)
                stack.Push(i);
            else if (stack.TryPop(out var partner))
                (partners[i], partners[partner]) = (partner, i);
        }
        return partners;
    }
}
