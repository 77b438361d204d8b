using System.Globalization;
using System.Text;

namespace ForumEngine.Markup;

/// <summary>
/// <c>@name</c> in text. A name is letters, digits, marks, <c>_</c>, <c>-</c> and <c>.</c> up to the first other character; what stands
/// in front of the @ must not be part of a word, or every mail address would call somebody.
/// </summary>
internal static class Mentions
{
    /// <summary>Longer runs are text; names are far shorter.</summary>
    private const int MaxLength = 40;

    private static readonly Tag Link = new("@", TagKind.Inline, _ => null) { IsLink = true };

    /// <param name="text">Plain text.</param>
    /// <param name="place">Where links go.</param>
    /// <param name="find">Who that is.</param>
    /// <param name="addRest">Takes the text between, which may be empty.</param>
    public static void Add(string text, List<Node> place, Func<string, int?> find, Action<string> addRest)
    {
        var plainStart = 0;
        for (var at = text.IndexOf('@'); at >= 0; at = at < text.Length ? text.IndexOf('@', at) : -1)
        {
            var end = NameEnd(text, at + 1);
            if (end > at + 1 && end - at <= MaxLength && CanStart(text, at) && text[(at + 1)..end] is var name && find(name) is { } id)
            {
                addRest(text[plainStart..at]);
                place.Add(LinkTo(id, name));
                plainStart = end;
            }
            at = Math.Max(end, at + 1);
        }
        addRest(text[plainStart..]);
    }

    private static Element LinkTo(int id, string name)
    {
        var link = new Element(Link, new Shape("a", ("class", "mention"), ("href", "/members/" + id.ToString(CultureInfo.InvariantCulture))));
        link.Children.Add(new TextNode("@" + name));
        return link;
    }

    private static bool CanStart(string text, int at) =>
        at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '@' or '/' or '.' or '_' or '-' or '+' or ':' or '=');

    /// <summary>A full stop at the end belongs to the sentence.</summary>
    private static int NameEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && Rune.TryGetRuneAt(text, end, out var rune) && IsNameCharacter(rune))
            end += rune.Utf16SequenceLength;
        while (end > start && text[end - 1] is '.' or '-')
            end--;
        return end;
    }

    private static bool IsNameCharacter(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-' or '.'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
