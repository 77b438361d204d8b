namespace ForumEngine.Markup;

/// <summary>What is found in plain text and nowhere else: addresses, then names behind an @, then faces.</summary>
internal static class Words
{
    /// <param name="text">A line, or what is left of it beside tags.</param>
    /// <param name="place">Where its nodes go.</param>
    /// <param name="options">What is to be found.</param>
    /// <param name="linked">Stands in a link already.</param>
    /// <param name="quoted">Was said by somebody else, who has called whom he mentions.</param>
    public static void Add(string text, List<Node> place, MarkupOptions options, bool linked, bool quoted)
    {
        void AddWords(string words)
        {
            if (options.Mention is { } find && !linked && !quoted)
                Mentions.Add(words, place, find, rest => AddFaces(rest));
            else
                AddFaces(words);
        }

        void AddFaces(string words)
        {
            if (words.Length > 0)
                place.Add(new TextNode(options.Smilies ? Smilies.Replace(words) : words));
        }

        if (options.Links && !linked)
            AutoLinks.Add(text, place, AddWords);
        else
            AddWords(text);
    }
}
