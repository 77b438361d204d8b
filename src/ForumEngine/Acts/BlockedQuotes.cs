using System.Globalization;
using System.Text.RegularExpressions;

namespace ForumEngine.Acts;

/// <summary>
/// What others quoted of a blocked post is taken out of the page where it is read: the line that says who wrote it stays. Works on the
/// renderer's own HTML, which is well formed. Pure.
/// </summary>
internal static partial class BlockedQuotes
{
    private const string Open = "<blockquote", Close = "</blockquote>";

    /// <summary>Ids of the posts that a text quotes.</summary>
    public static IEnumerable<long> IdsIn(string html) => html.Contains(Open, StringComparison.Ordinal)
        ? Head().Matches(html).Select(m => long.Parse(m.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)) : [];

    public static string TakeOut(string html, IReadOnlySet<long> blocked)
    {
        if (blocked.Count == 0) return html;
        for (var head = Head().Match(html); head.Success; head = Head().Match(html, head.Index + head.Length))
        {
            if (!blocked.Contains(long.Parse(head.Groups["id"].ValueSpan, CultureInfo.InvariantCulture))) continue;
            var (from, to) = (head.Index + head.Length, EndOf(html, head.Index + head.Length));
            html = html[..from] + html[to..];
        }
        return html;
    }

    /// <summary>Where the quote ends whose inside begins at <paramref name="at"/>; quotes stand within quotes.</summary>
    private static int EndOf(string html, int at)
    {
        for (var depth = 1; ;)
        {
            var close = html.IndexOf(Close, at, StringComparison.Ordinal);
            if (close < 0) return html.Length;
            var open = html.IndexOf(Open, at, StringComparison.Ordinal);
            if (open >= 0 && open < close)
            {
                depth++;
                at = open + Open.Length;
                continue;
            }
            if (--depth == 0) return close;
            at = close + Close.Length;
        }
    }

    [GeneratedRegex("""<blockquote[^>]*>\s*<cite><a [^>]*?href="/posts/(?<id>[0-9]{1,18})"[^>]*>.*?</cite>""", RegexOptions.Singleline, 1000)]
    private static partial Regex Head();
}
