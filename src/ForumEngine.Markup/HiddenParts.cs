using System.Globalization;
using System.Text;

namespace ForumEngine.Markup;

/// <summary>A piece of HTML and what a reader needs to see it.</summary>
internal readonly record struct HiddenPart(HideNeed Need, string Html);

/// <summary>
/// The hidden pieces of a post as one text: for each <c>flags,credits,days,length:html</c>. The length is counted, so nothing
/// in a piece can look like the end of it; a text that doesn't read has no pieces, and what is hidden stays so.
/// </summary>
internal static class HiddenParts
{
    private const int Reply = 1, Password = 2;

    public static string Write(IEnumerable<HiddenPart> parts)
    {
        var text = new StringBuilder();
        foreach (var (need, html) in parts)
        {
            var flags = (need.Reply ? Reply : 0) | (need.Password ? Password : 0);
            text.Append(CultureInfo.InvariantCulture, $"{flags},{need.Credits},{need.Days},{html.Length}:").Append(html);
        }
        return text.ToString();
    }

    public static List<HiddenPart> Read(string? text)
    {
        var parts = new List<HiddenPart>();
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var colon = rest.IndexOf(':');
            if (colon < 0 || ReadHead(rest[..colon]) is not var (need, length) || length > rest.Length - colon - 1)
                return [];
            parts.Add(new HiddenPart(need, rest.Slice(colon + 1, length).ToString()));
            rest = rest[(colon + 1 + length)..];
        }
        return parts;
    }

    private static (HideNeed Need, int Length)? ReadHead(ReadOnlySpan<char> head)
    {
        Span<int> numbers = stackalloc int[4];
        var count = 0;
        foreach (var range in head.Split(','))
            if (count == 4 || !int.TryParse(head[range], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[count++]))
                return null;
        return count == 4
            ? (new HideNeed((numbers[0] & Reply) != 0, numbers[1], numbers[2], (numbers[0] & Password) != 0), numbers[3])
            : null;
    }
}
