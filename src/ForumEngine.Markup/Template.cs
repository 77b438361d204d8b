namespace ForumEngine.Markup;

internal enum SlotType
{
    /// <summary>What stands between the tags, with its formats.</summary>
    Content,
    Text,
    Url,
    Number,
    Colour,
    Identifier,
}

internal abstract record TemplateNode;

internal sealed record TemplateText(string Text) : TemplateNode;

/// <param name="Place">0 for what stands between the tags, else which value behind the = sign.</param>
/// <param name="Type">What may stand there.</param>
internal sealed record TemplateSlot(int Place, SlotType Type) : TemplateNode;

internal sealed record TemplateElement(string Name) : TemplateNode
{
    public List<(string Name, List<TemplateNode> Value)> Attributes { get; } = [];
    public List<TemplateNode> Children { get; } = [];

    public static HashSet<string> Blocks { get; } = ["div", "blockquote", "hr"];
    public static HashSet<string> Voids { get; } = ["br", "hr", "img"];
    public static HashSet<string> Inlines { get; } = ["span", "b", "i", "u", "s", "sub", "sup", "font", "a", "code", "cite", "br", "img"];

    public bool IsBlock => Blocks.Contains(Name);
    public bool IsVoid => Voids.Contains(Name);
}

/// <summary>A custom code's template, read and found harmless; it is filled as a tree, never as text.</summary>
internal sealed class Template(string source, IReadOnlyList<TemplateNode> nodes)
{
    private readonly TemplateSlot[] slots = [.. SlotsIn(nodes)];

    private bool HasHole => Array.Exists(slots, slot => slot.Type == SlotType.Content);

    private bool IsBlock => Any(nodes, element => element.IsBlock);

    private bool HasLink => Any(nodes, element => element.Name == "a");

    private int Values => slots.Max(slot => (int?)slot.Place) ?? 0;

    public Tag ToTag(string name) => HasHole
        ? new Tag(name, IsBlock ? TagKind.Block : TagKind.Inline, value => Fill(value, null)) { IsLink = HasLink }
        : new Tag(name, IsBlock ? TagKind.File : TagKind.Address, _ => null, (value, content, _) => Fill(value, content)) { IsLink = HasLink };

    /// <summary>Null when a value is missing, one too many, or not of its type.</summary>
    public Shape? Fill(string? value, string? content)
    {
        if (ReadValues(value) is not { } values)
            return null;
        var filler = new TemplateFiller([content ?? "", .. values]);
        if (filler.Fill(nodes) is not { } filled)
            return null;
        return new Shape(HasLink ? "a" : "span") { Filled = new Filled(filled, filler.Count, source.Length) };
    }

    private string[]? ReadValues(string? value)
    {
        if (Values == 0)
            return value is null ? [] : null;
        var values = Values == 1 ? [value ?? ""] : (value ?? "").Split(',', Values);
        return value is null || values.Length < Values ? null : [.. values.Select(Unquote)];
    }

    private static string Unquote(string value)
    {
        var text = value.Trim();
        return text is ['"', .., '"'] && text.Length > 1 ? text[1..^1] : text;
    }

    public static IEnumerable<TemplateSlot> SlotsIn(IEnumerable<TemplateNode> nodes) => nodes.SelectMany(node => node switch
    {
        TemplateSlot slot => [slot],
        TemplateElement element => SlotsIn(element.Attributes.SelectMany(attribute => attribute.Value).Concat(element.Children)),
        _ => Enumerable.Empty<TemplateSlot>(),
    });

    private static bool Any(IEnumerable<TemplateNode> nodes, Func<TemplateElement, bool> test) =>
        nodes.OfType<TemplateElement>().Any(element => test(element) || Any(element.Children, test));
}
