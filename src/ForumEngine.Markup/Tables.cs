using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>
/// <c>[table=width,colour]</c>, <c>[tr=colour]</c>, <c>[td=columns,rows,width]</c> and <c>[td=width]</c>; <c>[th]</c> heads a column.
/// Options that can't be read are left out, the table stays.
/// </summary>
internal static class Tables
{
    private const int MaxSpan = 50;
    private const int MaxWidth = 2000;
    private const string Column = "colspan", Rows = "rowspan", Width = "width";

    public static Shape ReadTable(string? value)
    {
        var parts = Parts(value);
        return Shaped("table", (Width, parts.Length > 0 ? ReadWidth(parts[0]) : null), ("class", parts.Length > 1 ? Colours.BackClass(parts[1]) : null));
    }

    public static Shape ReadRow(string? value) => Shaped("tr", ("class", value is null ? null : Colours.BackClass(value)));

    public static Shape ReadCell(string element, string? value) => Parts(value) switch
    {
        [var width] => Shaped(element, (Width, ReadWidth(width))),
        [var columns, var rows] => Shaped(element, (Column, Span(columns)), (Rows, Span(rows))),
        [var columns, var rows, var width, ..] => Shaped(element, (Column, Span(columns)), (Rows, Span(rows)), (Width, ReadWidth(width))),
        _ => new Shape(element),
    };

    private static string[] Parts(string? value) => value?.Split(',', 4, StringSplitOptions.TrimEntries) ?? [];

    private static Shape Shaped(string element, params (string Name, string? Value)[] attributes) =>
        new(element, [.. attributes.Where(attribute => attribute.Value is not null).Select(attribute => (attribute.Name, attribute.Value!))]);

    /// <summary>1 says nothing.</summary>
    private static string? Span(string text) => Number(text) is > 1 and <= MaxSpan and { } span ? Text(span) : null;

    /// <summary>In pixels or in percent of what is around.</summary>
    private static string? ReadWidth(string text)
    {
        if (text.EndsWith('%'))
            return Number(text[..^1]) is > 0 and <= 100 and { } percent ? Text(percent) + "%" : null;
        var digits = text.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        return Number(digits) is > 0 and <= MaxWidth and { } pixels ? Text(pixels) : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
