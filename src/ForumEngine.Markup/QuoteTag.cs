using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>The value of <c>[quote=…]</c>: <c>post id,"author","time"</c>, or a name alone.</summary>
internal static class QuoteTag
{
    private const int MaxWords = 200;

    public static Tag Tag { get; } = new("quote", TagKind.Block, Read);

    private static Shape Read(string? value) =>
        new("blockquote") { Attribution = string.IsNullOrWhiteSpace(value) ? null : ReadAttribution(value) };

    private static Attribution ReadAttribution(string value)
    {
        var comma = value.IndexOf(',');
        if (comma > 0 && long.TryParse(value.AsSpan(0, comma), NumberStyles.None, CultureInfo.InvariantCulture, out var postId) && postId > 0)
            return new Attribution(postId, Words(value[(comma + 1)..]));
        return new Attribution(null, Words(value));
    }

    /// <summary><c>"author","time"</c> → author · time.</summary>
    private static string Words(string value)
    {
        var words = string.Join(" · ", value.Split("\",\"").Select(part => part.Trim(' ', '"', '\'')).Where(part => part.Length > 0));
        return Graphemes.Cut(words, MaxWords);
    }
}
