using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>
/// The first line of a quote as Discuz stores it: <c>[size=2][url=forum.php?…&amp;pid=P…][color=#999999]words[/color][/url][/size]</c>
/// (older posts without the url).
/// </summary>
internal static class DiscuzQuote
{
    private static readonly Tag? Size = TagTable.Find("size"), Link = TagTable.Find("url"), Colour = TagTable.Find("color");

    /// <summary>Reads the line that begins at token <paramref name="at"/>; answers how many tokens it takes, 0 if there is none.</summary>
    public static int Read(List<Token> tokens, int at, string source, out Attribution? attribution)
    {
        attribution = null;
        var start = at;
        if (!Opens(tokens, at++, Size))
            return 0;
        long? postId = null;
        var linked = at < tokens.Count && tokens[at] is { Kind: TokenKind.Open or TokenKind.Refused } link && link.Tag == Link;
        if (linked && (postId = FindPostId(source.AsSpan(tokens[at].Start, tokens[at++].Length))) is null)
            return 0;
        if (!Opens(tokens, at++, Colour) || at >= tokens.Count || tokens[at].Kind != TokenKind.Text)
            return 0;
        var words = source[tokens[at].Start..tokens[at++].End].Trim();
        if (!Closes(tokens, at++, Colour) || (linked && !Closes(tokens, at++, Link)) || !Closes(tokens, at++, Size))
            return 0;
        attribution = new Attribution(postId, words);
        return at - start;
    }

    private static long? FindPostId(ReadOnlySpan<char> address)
    {
        if (!address.Contains("goto=findpost", StringComparison.OrdinalIgnoreCase))
            return null;
        var at = address.IndexOf("&pid=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var digits = address[(at + "&pid=".Length)..];
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        return long.TryParse(length < 0 ? digits : digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
    }

    private static bool Opens(List<Token> tokens, int at, Tag? tag) =>
        at < tokens.Count && tokens[at].Kind == TokenKind.Open && tokens[at].Tag == tag;

    private static bool Closes(List<Token> tokens, int at, Tag? tag) =>
        at < tokens.Count && tokens[at].Kind == TokenKind.Close && tokens[at].Tag == tag;
}
