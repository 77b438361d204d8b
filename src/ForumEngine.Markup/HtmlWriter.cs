using System.Text;

namespace ForumEngine.Markup;

/// <summary>
/// Writes the tree as HTML, and marks (<see cref="Placeholders"/>) for what depends on the reader. What is hidden it
/// doesn't write: it numbers it and puts it into the list <paramref name="hidden"/>.
/// </summary>
internal sealed class HtmlWriter(MarkupOptions options, List<Element> hidden)
{
    private readonly StringBuilder html = new();
    private readonly Stack<IReadOnlyList<Node>> contents = new();

    public static string Write(IEnumerable<Node> nodes, MarkupOptions options, List<Element> hidden)
    {
        var writer = new HtmlWriter(options, hidden);
        writer.WriteAll(nodes);
        return writer.html.ToString();
    }

    /// <summary>What stands in the element: the first paragraph of an item or cell stands bare, or short ones would gape.</summary>
    public static IReadOnlyList<Node> ContentOf(Container container) =>
        container is Element { Tag.Kind: TagKind.Item or TagKind.Cell, Children: [Paragraph first, .. var rest] }
            ? [.. first.Children, .. rest]
            : container.Children;

    private void WriteAll(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
            Write(node);
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case TextNode text:
                Encode(text.Text);
                break;
            case LineBreak:
                html.Append("<br>");
                break;
            case Verbatim code:
                html.Append("<code>");
                Encode(code.Text.Trim('\n'));
                html.Append("</code>");
                break;
            case Hole:
                WriteHole();
                break;
            case Attribution attribution:
                WriteAttribution(attribution);
                break;
            case Paragraph paragraph:
                Wrap("p", [], paragraph.Children);
                break;
            case Element element:
                WriteElement(element);
                break;
        }
    }

    private void WriteElement(Element element)
    {
        if (element.Need is not null)
        {
            html.Append(Placeholders.ForHidden(hidden.Count));
            hidden.Add(element);
        }
        else if (element.Shape.FileId is { } file)
            html.Append(Placeholders.ForFile(file));
        else if (element.Shape.Filled is { } filled)
            WriteFilled(filled, element.Children);
        else if (element.Shape.Element is "img" or "hr")
            OpenElement(element.Shape.Element, element.Shape.Attributes);
        else if (element.Tag.Kind == TagKind.Table)
            WriteTable(element);
        else
            Wrap(element.Shape.Element, element.Shape.Attributes, ContentOf(element));
    }

    /// <summary>A wide table scrolls in a box of its own, not with the page.</summary>
    private void WriteTable(Element table)
    {
        html.Append("<div class=\"table\">");
        OpenElement("table", table.Shape.Attributes);
        Wrap("tbody", [], table.Children);
        html.Append("</table></div>");
    }

    private void WriteFilled(Filled filled, IReadOnlyList<Node> content)
    {
        contents.Push(content);
        WriteAll(filled.Nodes);
        contents.Pop();
    }

    /// <summary>The content of the template that is being written; none around an element that passes the net without its own.</summary>
    private void WriteHole()
    {
        if (!contents.TryPop(out var content))
        {
            html.Append(Placeholders.ForHole);
            return;
        }
        WriteAll(content);
        contents.Push(content);
    }

    private void WriteAttribution(Attribution attribution)
    {
        html.Append("<cite>");
        if (attribution.PostId is { } postId)
            Wrap("a", [("href", options.LinkTo(postId))], [new TextNode(attribution.Words)]);
        else
            Encode(attribution.Words);
        html.Append("</cite>");
    }

    private void Wrap(string element, (string Name, string Value)[] attributes, IEnumerable<Node> children)
    {
        OpenElement(element, attributes);
        WriteAll(children);
        html.Append("</").Append(element).Append('>');
    }

    private void OpenElement(string element, (string Name, string Value)[] attributes)
    {
        html.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            html.Append(' ').Append(name).Append("=\"");
            Encode(value, inQuotes: true);
            html.Append('"');
        }
        html.Append('>');
    }

    private void Encode(string text, bool inQuotes = false) => Encoder.Encode(html, text, inQuotes);
}
