using System.Globalization;
using System.Text;

namespace ForumEngine.Markup;

/// <summary>What of the post its text holds.</summary>
internal readonly record struct TextParts()
{
    public bool Quotes { get; init; } = true;
    public bool Hidden { get; init; }
    public bool Addresses { get; init; } = true;
    public bool Files { get; init; }
}

/// <summary>Writes the tree as plain text: paragraphs apart by a blank line, items with a dash or their number.</summary>
internal sealed class TextWriter(TextParts parts)
{
    private readonly StringBuilder text = new();

    public static string Write(Root root, TextParts parts)
    {
        var writer = new TextWriter(parts);
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
            case TagKind.Address when parts.Addresses:
                text.Append(element.Shape.Attributes[0].Value);
                break;
            case TagKind.File when parts.Files:
                text.Append("attach://").Append(element.Shape.FileId).Append("\n\n");
                break;
            case TagKind.Block when !parts.Quotes && element.Tag == QuoteTag.Tag:
            case TagKind.Block when !parts.Hidden && element.Shape.Need is not null:
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
