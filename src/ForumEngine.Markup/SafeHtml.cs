using System.Text;

namespace ForumEngine.Markup;

/// <summary>
/// Passes what the writer writes through the second net: whole, or a very long post piece by piece, since the net takes
/// quadratic time over many siblings. A piece is always whole elements, so each is safe alone and so is the sum.
/// </summary>
internal sealed class SafeHtml
{
    private const int MaxPiece = 400;

    private readonly MarkupOptions options;
    private readonly List<Element> hidden;
    private readonly StringBuilder html = new();
    private readonly List<Node> piece = [];
    private int weight;

    private SafeHtml(MarkupOptions options, List<Element> hidden) => (this.options, this.hidden) = (options, hidden);

    public static Rendered Of(Root root, MarkupOptions options)
    {
        var hidden = new List<Element>();
        var html = Write(root, options, hidden);
        if (hidden.Count == 0)
            return new Rendered(html, null);
        var parts = new List<HiddenPart>();
        // A hidden part may hold others, which come to the end of the list.
        for (var i = 0; i < hidden.Count; i++)
            parts.Add(new HiddenPart(hidden[i].Shape.Need!.Value, Write(hidden[i], options, hidden)));
        return new Rendered(html, HiddenParts.Write(parts));
    }

    private static string Write(Container container, MarkupOptions options, List<Element> hidden)
    {
        var safe = new SafeHtml(options, hidden);
        safe.Write(container.Children);
        return safe.html.ToString();
    }

    private void Write(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is Container { Weight: > MaxPiece } large and not Element { Shape.Need: not null })
            {
                Flush();
                WriteLarge(large);
                continue;
            }
            piece.Add(node);
            weight += node.Weight;
            if (weight > MaxPiece)
                Flush();
        }
        Flush();
    }

    /// <summary>The element passes with a mark in place of its content, then its content.</summary>
    private void WriteLarge(Container large)
    {
        Container shell = large is Element element ? new Element(element.Tag, element.Shape) : new Paragraph();
        shell.Children.Add(new Hole());
        var passed = SecondNet.Pass(HtmlWriter.Write([shell], options, hidden));
        var hole = passed.IndexOf(Placeholders.ForHole, StringComparison.Ordinal);
        html.Append(passed, 0, hole);
        Write(HtmlWriter.ContentOf(large));
        var rest = hole + Placeholders.ForHole.Length;
        html.Append(passed, rest, passed.Length - rest);
    }

    private void Flush()
    {
        html.Append(SecondNet.Pass(HtmlWriter.Write(piece, options, hidden)));
        piece.Clear();
        weight = 0;
    }
}
