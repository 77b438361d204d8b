namespace ForumEngine.Markup;

/// <summary>What may stand where in a template (security.md B4).</summary>
internal static class TemplateRules
{
    private const int MaxSlots = 12;

    private static readonly HashSet<string> Classes = [.. SecondNet.Classes];

    public static void Check(IReadOnlyList<TemplateNode> nodes, List<CustomCodeError> errors)
    {
        var slots = Template.SlotsIn(nodes).ToList();
        var content = slots.Where(slot => slot.Place == 0).ToList();
        if (content.Count == 0)
            errors.Add(new CustomCodeError(CustomCodeProblem.NoContent));
        if (slots.Count > MaxSlots || (content.Exists(slot => slot.Type == SlotType.Content) && content.Count > 1))
            errors.Add(new CustomCodeError(CustomCodeProblem.Slot, "{content}"));
        Check(nodes, new Surroundings(IsBlock: nodes.OfType<TemplateElement>().Any(HasBlock)), errors);
    }

    private readonly record struct Surroundings(bool IsBlock, bool InInline = false, bool InLink = false);

    private static void Check(IReadOnlyList<TemplateNode> nodes, Surroundings around, List<CustomCodeError> errors)
    {
        foreach (var node in nodes)
            if (node is TemplateElement element)
                Check(element, around, errors);
            else if (node is TemplateSlot { Type: SlotType.Content } && around is { IsBlock: true, InInline: true })
                errors.Add(new CustomCodeError(CustomCodeProblem.Slot, "{content}"));
    }

    private static void Check(TemplateElement element, Surroundings around, List<CustomCodeError> errors)
    {
        if ((element.IsBlock && around.InInline) || (element.Name == "a" && around.InLink))
            errors.Add(new CustomCodeError(CustomCodeProblem.Syntax, $"<{element.Name}>"));
        foreach (var (name, value) in element.Attributes)
            if (!IsAllowed(element.Name, name, value))
                errors.Add(new CustomCodeError(CustomCodeProblem.Attribute, name));
        if (element.Name is "a" && !element.Attributes.Exists(a => a.Name == "href"))
            errors.Add(new CustomCodeError(CustomCodeProblem.Attribute, "href"));
        if (element.Name is "img" && !element.Attributes.Exists(a => a.Name == "src"))
            errors.Add(new CustomCodeError(CustomCodeProblem.Attribute, "src"));
        Check(element.Children, around with { InInline = around.InInline || !element.IsBlock, InLink = around.InLink || element.Name == "a" }, errors);
    }

    private static bool IsAllowed(string element, string name, List<TemplateNode> value) => (element, name) switch
    {
        (_, "class") => value is [TemplateText classes] && Array.TrueForAll(classes.Text.Split(' '), Classes.Contains),
        ("a", "href") => IsAddress(value, Urls.ReadLink),
        ("img", "src") => IsAddress(value, Urls.ReadImage),
        ("img", "alt") => value.TrueForAll(part => part is TemplateText or TemplateSlot { Type: not SlotType.Content }),
        ("img", "width" or "height") => value is [TemplateText size] ? Images.Side(size.Text) is not null : value is [TemplateSlot { Type: SlotType.Number }],
        ("font", "color") => value is [TemplateText colour] ? Colours.ReadAny(colour.Text) == colour.Text : value is [TemplateSlot { Type: SlotType.Colour }],
        _ => false,
    };

    /// <summary>Either a url slot alone, or an address whose host is written out; nobody chooses another host by a slot.</summary>
    private static bool IsAddress(List<TemplateNode> value, Func<string, string?> read) => value switch
    {
        [TemplateSlot only] => only.Type == SlotType.Url,
        [TemplateText start, .. var rest] => read(start.Text) is not null && (rest.Count == 0 || HasWholeHost(start.Text))
            && rest.TrueForAll(part => part is TemplateText or TemplateSlot { Type: SlotType.Text or SlotType.Number or SlotType.Identifier }),
        _ => false,
    };

    private static bool HasWholeHost(string start)
    {
        var scheme = start.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? start is ['/', not '/', ..] or "/" && start != "/" : start.IndexOf('/', scheme + 3) > 0;
    }

    private static bool HasBlock(TemplateElement element) => element.IsBlock || element.Children.OfType<TemplateElement>().Any(HasBlock);
}
