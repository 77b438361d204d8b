using System.Globalization;
using System.Text;

namespace ForumEngine.Markup;

/// <summary>What of the post its text holds.</summary>
internal readonly record struct TextParts()
{
    public bool Quotes { get; init; } = true;
    public bool Hidden { get; init; }

    /// <summary>Of pictures and films.</summary>
    public bool Addresses { get; init; } = true;
    public bool Files { get; init; }
}

/// <summary>Writes the tree as plain text: paragraphs apart by a blank line, items with a dash or their number, cells by a tab.</summary>
internal sealed class TextWriter(TextParts parts)
{
    private readonly StringBuilder text = new();
    private readonly Stack<Container> contents = new();

    public static string Write(Root root, TextParts parts)
    {
        var writer = new TextWriter(parts);
        writer.WriteAll(root.Children);
        return writer.text.ToString().Trim('\n', ' ', '\t');
    }

    private void WriteAll(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
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
                text.Append(code.Text.Trim('\n')).Append("\n\n");
                break;
            case Attribution attribution:
                text.Append(attribution.Words).Append('\n');
                break;
            case Paragraph paragraph:
                WriteAll(paragraph.Children);
                text.Append("\n\n");
                break;
            case Hole when contents.TryPop(out var content):
                WriteAll(content.Children);
                contents.Push(content);
                break;
            case Element element when IsShown(element):
                WriteElement(element);
                break;
        }
    }

    private bool IsShown(Element element) =>
        (parts.Hidden || element.Need is null)
        && (parts.Quotes || element.Tag != QuoteTag.Tag)
        && (parts.Files || element.Shape.FileId is null)
        && (parts.Addresses || element.Tag.Kind != TagKind.Address || element.Shape.Address is null);

    private void WriteElement(Element element)
    {
        var shape = element.Shape;
        if (shape.Filled is { } filled)
            WriteFilled(filled, element);
        else if (shape.FileId is { } file)
            text.Append("attach://").Append(file).Append("\n\n");
        else if (element.Tag.Kind == TagKind.Address)
            text.Append(shape.Words ?? shape.Address);
        else if (element.Tag.Kind == TagKind.List)
            WriteList(element);
        else if (element.Tag.Kind == TagKind.Row)
            WriteRow(element);
        else
            WriteAll(element.Children);
        if (element.Tag.Kind is TagKind.Table)
            text.Append('\n');
    }

    private void WriteFilled(Filled filled, Element element)
    {
        contents.Push(element);
        WriteAll(filled.Nodes);
        contents.Pop();
        if (element.Tag.Kind != TagKind.Inline && element.Tag.Kind != TagKind.Address)
            text.Append("\n\n");
    }

    private void WriteList(Element list)
    {
        var number = 0;
        foreach (var item in list.Children.OfType<Element>())
        {
            number++;
            text.Append(list.Shape.Element == "ol" ? number.ToString(CultureInfo.InvariantCulture) + ". " : "- ");
            WriteAll(item.Children);
            EndLine();
        }
        text.Append('\n');
    }

    private void WriteRow(Element row)
    {
        foreach (var cell in row.Children.OfType<Element>())
        {
            var start = text.Length;
            WriteAll(cell.Children);
            TrimEnd(start);
            text.Append('\t');
        }
        text.Length -= row.Children.Count > 0 ? 1 : 0;
        text.Append('\n');
    }

    private void EndLine()
    {
        TrimEnd(0);
        text.Append('\n');
    }

    private void TrimEnd(int start)
    {
        while (text.Length > start && text[^1] == '\n')
            text.Length--;
    }
}
