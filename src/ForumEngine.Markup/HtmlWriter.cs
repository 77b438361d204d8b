using System.Text;

namespace ForumEngine.Markup;

/// <summary>Writes the tree as HTML. The one place where text becomes markup: everything is encoded here and nowhere else.</summary>
internal sealed class HtmlWriter(MarkupOptions options)
{
    private readonly StringBuilder html = new();

    public static string Write(Root root, MarkupOptions options)
    {
        var writer = new HtmlWriter(options);
        writer.WriteAll(root.Children);
        return writer.html.ToString();
    }

    private void WriteAll(List<Node> nodes)
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
        var children = element.Children;
        if (element.Tag.Kind is TagKind.Rule or TagKind.Address)
            OpenElement(element.Shape.Element, element.Shape.Attributes);
        else if (element.Tag.Kind == TagKind.Item && children is [Paragraph first, .. var rest])
            Wrap(element.Shape.Element, element.Shape.Attributes, [.. first.Children, .. rest]);
        else
            Wrap(element.Shape.Element, element.Shape.Attributes, children);
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

    private void Wrap(string element, (string Name, string Value)[] attributes, List<Node> children)
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

    /// <summary>Exactly as browsers serialise it, so that the second net gives back what it got.</summary>
    private void Encode(string text, bool inQuotes = false)
    {
        foreach (var c in text)
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' when inQuotes => html.Append("&quot;"),
                '\u00A0' => html.Append("&nbsp;"),
                _ => html.Append(c),
            };
    }
}
