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
    private readonly StringBuilder html = new();
    private readonly List<Node> piece = [];
    private int weight;

    private SafeHtml(MarkupOptions options) => this.options = options;

    public static string Of(Root root, MarkupOptions options)
    {
        var safe = new SafeHtml(options);
        safe.Write(root.Children);
        return safe.html.ToString();
    }

    private void Write(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is Container { Weight: > MaxPiece } large)
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

    /// <summary>The element passes empty, then its content.</summary>
    private void WriteLarge(Container large)
    {
        Node shell = large is Element element ? new Element(element.Tag, element.Shape) : new Paragraph();
        var passed = SecondNet.Pass(HtmlWriter.Write([shell], options));
        var closing = Math.Max(0, passed.LastIndexOf("</", StringComparison.Ordinal));
        html.Append(passed, 0, closing);
        Write(HtmlWriter.ContentOf(large));
        html.Append(passed, closing, passed.Length - closing);
    }

    private void Flush()
    {
        html.Append(SecondNet.Pass(HtmlWriter.Write(piece, options)));
        piece.Clear();
        weight = 0;
    }
}
