using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>Makes nodes of a template and the values for its slots.</summary>
/// <param name="values">Number 0 is what stands between the tags.</param>
internal sealed class TemplateFiller(IReadOnlyList<string> values)
{
    private const int MaxIdentifier = 64;
    private const int MaxNumber = 15;

    private static readonly Tag Inline = new("", TagKind.Inline, _ => null);

    /// <summary>How many nodes were made.</summary>
    public int Count { get; private set; }

    /// <summary>Null when a value isn't of its slot's type.</summary>
    public List<Node>? Fill(IEnumerable<TemplateNode> nodes)
    {
        var filled = new List<Node>();
        foreach (var node in nodes)
        {
            if (Fill(node) is not { } made)
                return null;
            filled.Add(made);
            Count++;
        }
        return filled;
    }

    private Node? Fill(TemplateNode node) => node switch
    {
        TemplateText text => new TextNode(text.Text),
        TemplateSlot { Type: SlotType.Content } => new Hole(),
        TemplateSlot slot => Read(slot) is { } value ? new TextNode(value) : null,
        TemplateElement { Name: "br" } => new LineBreak(),
        TemplateElement element => FillElement(element),
        _ => null,
    };

    private Element? FillElement(TemplateElement template)
    {
        var attributes = new List<(string, string)>();
        foreach (var (name, value) in template.Attributes)
        {
            if (FillAttribute(template.Name, name, value) is not { } filled)
                return null;
            attributes.Add((name, filled));
        }
        if (template.Name == "a")
            attributes.Add(Links.Recommendation);
        else if (template.Name == "img")
            attributes.AddRange(Images.Lazy);
        if (Fill(template.Children) is not { } children)
            return null;
        var element = new Element(Inline, new Shape(template.Name, [.. attributes]));
        element.Children.AddRange(children);
        return element;
    }

    private string? FillAttribute(string element, string name, List<TemplateNode> parts)
    {
        var whole = parts.Count == 1;
        var filled = "";
        foreach (var part in parts)
        {
            var text = part is TemplateText literal ? literal.Text : Read((TemplateSlot)part);
            if (text is null)
                return null;
            // Within an address a text is one piece of it, whatever it holds.
            filled += name is "href" or "src" && !whole && part is TemplateSlot { Type: SlotType.Text } ? Uri.EscapeDataString(text) : text;
        }
        return (element, name) switch
        {
            (_, "href") => Urls.ReadLink(filled),
            (_, "src") => Urls.ReadImage(filled),
            (_, "width" or "height") => Images.Side(filled),
            _ => filled,
        };
    }

    private string? Read(TemplateSlot slot)
    {
        var value = values[slot.Place].Trim();
        return slot.Type switch
        {
            SlotType.Text => value.Length > 0 ? value : null,
            SlotType.Url => Urls.ReadLink(value),
            SlotType.Number => IsNumber(value) ? value : null,
            SlotType.Colour => Colours.ReadAny(value),
            SlotType.Identifier => value.Length is > 0 and <= MaxIdentifier && value.All(IsIdentifier) ? value : null,
            _ => null,
        };
    }

    private static bool IsNumber(string text) =>
        text.Length is > 0 and <= MaxNumber
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static bool IsIdentifier(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
