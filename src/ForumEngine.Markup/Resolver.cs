using System.Globalization;
using System.Text;

namespace ForumEngine.Markup;

/// <summary>Puts what a reader may see in place of the marks. What it puts in is not searched for marks again, but for hidden pieces.</summary>
internal sealed class Resolver(List<HiddenPart> parts, ReaderFacts facts)
{
    private readonly StringBuilder resolved = new();

    public static string Resolve(string html, string? hidden, ReaderFacts facts)
    {
        var first = html.IndexOf(Placeholders.Start, StringComparison.Ordinal);
        if (first < 0)
            return html;
        var resolver = new Resolver(HiddenParts.Read(hidden), facts);
        resolver.Write(html, 0);
        return resolver.resolved.ToString();
    }

    /// <param name="html">Stored HTML.</param>
    /// <param name="from">Pieces within a piece have higher numbers; nothing can hold itself.</param>
    private void Write(string html, int from)
    {
        for (var at = 0; ;)
        {
            var start = html.IndexOf(Placeholders.Start, at, StringComparison.Ordinal);
            var end = start < 0 ? -1 : html.IndexOf(Placeholders.End, start, StringComparison.Ordinal);
            if (end < 0)
            {
                resolved.Append(html, at, html.Length - at);
                return;
            }
            resolved.Append(html, at, start - at);
            WriteMark(html.AsSpan((start + Placeholders.Start.Length)..end), from);
            at = end + Placeholders.End.Length;
        }
    }

    private void WriteMark(ReadOnlySpan<char> mark, int from)
    {
        if (Number(mark, Placeholders.File) is { } id)
            resolved.Append(facts.Attachment(id));
        else if (Number(mark, Placeholders.Hidden) is { } index && index >= from && index < parts.Count)
            WriteHidden((int)index);
    }

    private void WriteHidden(int index)
    {
        var (need, html) = parts[index];
        if (!facts.Sees(need))
        {
            Note(facts.Withheld(need));
            return;
        }
        resolved.Append("<div class=\"hide\">");
        if (facts.Shown is { } shown)
            Note(shown(need));
        Write(html, index + 1);
        resolved.Append("</div>");
    }

    private void Note(string text)
    {
        resolved.Append("<p class=\"hide-note\">");
        Encoder.Encode(resolved, text);
        resolved.Append("</p>");
    }

    private static long? Number(ReadOnlySpan<char> mark, string kind) =>
        mark.StartsWith(kind, StringComparison.Ordinal)
            && long.TryParse(mark[kind.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
