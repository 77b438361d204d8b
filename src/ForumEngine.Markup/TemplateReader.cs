namespace ForumEngine.Markup;

/// <summary>
/// Reads a template: text, slots in braces, and a few elements with a few attributes, each opened and closed. It mends
/// nothing: whatever isn't one of these is an error.
/// </summary>
internal sealed class TemplateReader
{
    private const int MaxDepth = 10;

    private readonly string source;
    private readonly List<CustomCodeError> errors;
    private int at;

    private TemplateReader(string source, List<CustomCodeError> errors) => (this.source, this.errors) = (source, errors);

    /// <summary>Null with at least one error more.</summary>
    public static Template? Read(string source, List<CustomCodeError> errors)
    {
        var before = errors.Count;
        var reader = new TemplateReader(SourceText.Clean(source), errors);
        var nodes = reader.ReadNodes(null, 0);
        if (errors.Count == before)
            TemplateRules.Check(nodes, errors);
        return errors.Count > before ? null : new Template(source, nodes);
    }

    private bool AtEnd => at >= source.Length || errors.Count > 0;

    private List<TemplateNode> ReadNodes(string? until, int depth)
    {
        var nodes = new List<TemplateNode>();
        while (!AtEnd)
        {
            if (source[at] == '{')
                nodes.AddIfNotNull(ReadSlot());
            else if (source[at] != '<')
                nodes.Add(new TemplateText(ReadText("{<")));
            else if (source.AsSpan(at).StartsWith("</", StringComparison.Ordinal))
            {
                ReadClosing(until);
                return nodes;
            }
            else
                nodes.AddIfNotNull(ReadElement(depth));
        }
        if (until is not null)
            Fail(CustomCodeProblem.Syntax, $"<{until}>");
        return nodes;
    }

    private string ReadText(string end)
    {
        var length = source.AsSpan(at).IndexOfAny(end);
        var text = length < 0 ? source[at..] : source.Substring(at, length);
        at += text.Length;
        return text;
    }

    private TemplateSlot? ReadSlot()
    {
        var end = source.IndexOf('}', at);
        var name = end < 0 ? source[at..] : source[at..(end + 1)];
        at += name.Length;
        var (place, type) = name.Trim('{', '}').Split(':', 2) is [var first, var second] ? (first, second) : (name.Trim('{', '}'), "");
        var slotType = type switch
        {
            "" when place == "content" => SlotType.Content,
            "text" => SlotType.Text,
            "url" => SlotType.Url,
            "number" => SlotType.Number,
            "colour" or "color" => SlotType.Colour,
            "identifier" => SlotType.Identifier,
            _ => (SlotType?)null,
        };
        if (slotType is { } known && end >= 0 && (place == "content" || place is ['1' or '2' or '3' or '4' or '5']))
            return new TemplateSlot(place == "content" ? 0 : place[0] - '0', known);
        return Fail<TemplateSlot>(CustomCodeProblem.Slot, name);
    }

    private TemplateElement? ReadElement(int depth)
    {
        var start = at++;
        var element = new TemplateElement(ReadName());
        if (!element.IsBlock && !TemplateElement.Inlines.Contains(element.Name))
            return Fail<TemplateElement>(CustomCodeProblem.Element, element.Name.Length > 0 ? element.Name : source[start..Math.Min(source.Length, start + 10)]);
        while (!AtEnd && source[at] is ' ' or '\n' or '\t')
        {
            at++;
            if (!AtEnd && char.IsAsciiLetter(source[at]))
                ReadAttribute(element);
        }
        if (AtEnd || depth == MaxDepth || source[at++] != '>')
            return Fail<TemplateElement>(CustomCodeProblem.Syntax, $"<{element.Name}");
        if (!element.IsVoid)
            element.Children.AddRange(ReadNodes(element.Name, depth + 1));
        return element;
    }

    private void ReadAttribute(TemplateElement element)
    {
        var name = ReadName();
        if (!source.AsSpan(at).StartsWith("=\"", StringComparison.Ordinal) || element.Attributes.Exists(other => other.Name == name))
        {
            Fail(CustomCodeProblem.Attribute, name);
            return;
        }
        at += 2;
        var value = new List<TemplateNode>();
        while (!AtEnd && source[at] != '"')
            if (source[at] == '{')
                value.AddIfNotNull(ReadSlot());
            else
                value.Add(new TemplateText(ReadText("{\"")));
        at++;
        element.Attributes.Add((name, value));
    }

    private void ReadClosing(string? until)
    {
        at += 2;
        var name = ReadName();
        if (until is null || name != until || at >= source.Length || source[at++] != '>')
            Fail(CustomCodeProblem.Syntax, $"</{name}>");
    }

    private string ReadName()
    {
        var start = at;
        while (at < source.Length && char.IsAsciiLetterLower(source[at]))
            at++;
        return source[start..at];
    }

    private void Fail(CustomCodeProblem problem, string what) => errors.Add(new CustomCodeError(problem, what));

    private T? Fail<T>(CustomCodeProblem problem, string what)
        where T : class
    {
        Fail(problem, what);
        return null;
    }
}

file static class Lists
{
    public static void AddIfNotNull(this List<TemplateNode> nodes, TemplateNode? node)
    {
        if (node is not null)
            nodes.Add(node);
    }
}
