using System.Text;

namespace ForumEngine.Markup;

/// <summary>What a post links to and shows, and the post without its links. Linear.</summary>
public static class SourceLinks
{
    /// <summary>Addresses on other sites, of tags and bare ones, each once; pictures that stand in the text aren't links.</summary>
    public static IReadOnlyList<string> Find(string source, MarkupOptions? options = null)
    {
        var found = new List<string>();
        foreach (var element in Elements(Parser.Parse(SourceText.Clean(source), options ?? MarkupOptions.Default)))
            if (element.Shape.IsLink && element.Shape.Address is { } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)) found.Add(address);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>True when it shows a picture: linked, or attached.</summary>
    public static bool HasPicture(string source) =>
        Elements(Parser.Parse(SourceText.Clean(source), MarkupOptions.Default)).Any(e => e.Shape.Element == "img" || e.Shape.FileId is not null);

    /// <summary>Links become the words they stand on; bare addresses stay, for readers who switch <see cref="MarkupOptions.Links"/> off.</summary>
    public static string Without(string source)
    {
        var clean = SourceText.Clean(source);
        var left = new StringBuilder(clean.Length);
        foreach (var token in Tokenizer.Read(clean, MarkupOptions.Default))
        {
            if (token.Kind == TokenKind.Text || token.Tag!.Name is not ("url" or "email")) left.Append(clean, token.Start, token.Length);
            else if (token.Kind == TokenKind.Whole) left.Append(token.Content);
        }
        return left.ToString();
    }

    private static IEnumerable<Element> Elements(Container container)
    {
        foreach (var child in container.Children.OfType<Container>())
        {
            if (child is Element element) yield return element;
            foreach (var inner in Elements(child)) yield return inner;
        }
    }
}
