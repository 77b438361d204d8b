namespace ForumEngine.Markup;

/// <summary><c>[align=…]</c> and Discuz's <c>[p=line height, indent, align]</c>, of which the line height is ours.</summary>
internal static class Alignment
{
    public const string Indented = "indented";

    public static IReadOnlyList<string> Sides { get; } = ["left", "center", "right"];

    public static Shape? ReadAlign(string? value) =>
        Side(value) is { } side ? new Shape("div", ("class", ClassOf(side))) : null;

    public static Shape? ReadParagraph(string? value)
    {
        if (value is null)
            return new Shape("div");
        var parts = value.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 3 || Side(parts[2]) is not { } side || !IsNumber(parts[0]) || !IsNumber(parts[1]))
            return null;
        return new Shape("div", ("class", parts[1] == "0" ? ClassOf(side) : $"{ClassOf(side)} {Indented}"));
    }

    public static Shape? ReadFloat(string? value) =>
        Side(value) is { } side and not "center" ? new Shape("div", ("class", FloatClassOf(side))) : null;

    public static string FloatClassOf(string side) => "float-" + side;

    public static string ClassOf(string side) => "align-" + side;

    private static string? Side(string? value) =>
        Sides.FirstOrDefault(side => side.Equals(value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Line height and indent may also be left out or "null".</summary>
    private static bool IsNumber(string text) => text is "" or "null" || text.All(char.IsAsciiDigit);
}
