using System.Text;

namespace ForumEngine.Markup;

/// <summary>
/// Passes what the writer writes through the second net: whole, or a very long post piece by piece, since the net takes
/// quadratic time over many siblings. A piece is always whole elements, so each is safe alone and so is the sum.
/// </summary>
internal sealed class SafeHtml
{
    private const int MaxPiece = 120;

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
            parts.Add(new HiddenPart(hidden[i].Need!.Value, Write(hidden[i], options, hidden)));
        return new Rendered(html, HiddenParts.Write(parts));
    }

    private static string Write(Container container, MarkupOptions options, List<Element> hidden)
    {
        var safe = new SafeHtml(options, hidden);
        safe.Write(container.Children, container);
        return safe.html.ToString();
    }

    /// <param name="nodes">What is written.</param>
    /// <param name="parent">In what it stands.</param>
    private void Write(IEnumerable<Node> nodes, Container parent)
    {
        foreach (var node in nodes)
        {
            if (node is Container { Weight: > MaxPiece } large and not Element { Need: not null })
            {
                Flush(parent);
                WriteLarge(large, parent);
                continue;
            }
            piece.Add(node);
            weight += node.Weight;
            if (weight > MaxPiece)
                Flush(parent);
        }
        Flush(parent);
    }

    /// <summary>The element passes with a mark in place of its content, then its content.</summary>
    private void WriteLarge(Container large, Container parent)
    {
        Container shell = large is Element element ? new Element(element.Tag, element.Shape) : new Paragraph();
        shell.Children.Add(new Hole());
        var passed = Pass([shell], parent);
        var hole = passed.IndexOf(Placeholders.ForHole, StringComparison.Ordinal);
        html.Append(passed, 0, hole);
        Write(HtmlWriter.ContentOf(large), large);
        var rest = hole + Placeholders.ForHole.Length;
        html.Append(passed, rest, passed.Length - rest);
    }

    private void Flush(Container parent)
    {
        html.Append(Pass(piece, parent));
        piece.Clear();
        weight = 0;
    }

    /// <summary>Rows and cells pass within the table that they mean nothing without.</summary>
    private string Pass(IEnumerable<Node> nodes, Container parent)
    {
        var (before, after) = (parent as Element)?.Tag.Kind switch
        {
            TagKind.Table => ("<table><tbody>", "</tbody></table>"),
            TagKind.Row => ("<table><tbody><tr>", "</tr></tbody></table>"),
            _ => ("", ""),
        };
        var passed = SecondNet.Pass(before + HtmlWriter.Write(nodes, options, hidden) + after);
        return passed.StartsWith(before, StringComparison.Ordinal) && passed.EndsWith(after, StringComparison.Ordinal)
            ? passed[before.Length..^after.Length]
            : "";
    }
}
