using System.Globalization;
using System.Text;

namespace ForumEngine.Markup;

/// <summary>Writes the tree as plain text: paragraphs apart by a blank line, items with a dash or their number.</summary>
internal sealed class TextWriter(bool withoutQuotes, bool withoutImages)
{
    private readonly StringBuilder text = new();

    public static string Write(Root root, bool withoutQuotes = false, bool withoutImages = false)
    {
        var writer = new TextWriter(withoutQuotes, withoutImages);
        writer.WriteAll(root);
        return writer.text.ToString().Trim('\n', ' ', '\t');
    }

    private void WriteAll(Container container)
    {
        foreach (var node in container.Children)
            Write(node);
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case TextNode words:
                text.Append(words.Text);
                break;
            case LineBreak:
                text.Append('\n');
                break;
            case Verbatim code:
                text.Append(code.Text.Trim('\n'));
                break;
            case Attribution attribution:
                text.Append(attribution.Words).Append('\n');
                break;
            case Paragraph paragraph:
                WriteAll(paragraph);
                text.Append("\n\n");
                break;
            case Element element:
                WriteElement(element);
                break;
        }
    }

    private void WriteElement(Element element)
    {
        switch (element.Tag.Kind)
        {
            case TagKind.Address when !withoutImages:
                text.Append(element.Shape.Attributes[0].Value);
                break;
            case TagKind.Block when withoutQuotes && element.Tag == QuoteTag.Tag:
                break;
            case TagKind.List:
                WriteList(element);
                break;
            case TagKind.Verbatim:
                WriteAll(element);
                text.Append("\n\n");
                break;
            default:
                WriteAll(element);
                break;
        }
    }

    private void WriteList(Element list)
    {
        var number = 0;
        foreach (var item in list.Children.OfType<Element>())
        {
            number++;
            text.Append(list.Shape.Element == "ol" ? number.ToString(CultureInfo.InvariantCulture) + ". " : "- ");
            WriteAll(item);
            EndItem();
        }
        text.Append('\n');
    }

    private void EndItem()
    {
        while (text.Length > 0 && text[^1] == '\n')
            text.Length--;
        text.Append('\n');
    }
}
