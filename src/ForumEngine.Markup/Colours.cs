using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>
/// <c>[color=…]</c>: names of the palette become classes (<c>c-red</c>), so that a dark theme can mend them;
/// any other colour is <c>&lt;font color&gt;</c>, which needs no style attribute.
/// </summary>
internal static class Colours
{
    /// <summary>The 16 of HTML, and those of the palette that Discuz's editor offers.</summary>
    public static HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        "black", "silver", "gray", "white", "maroon", "red", "purple", "fuchsia",
        "green", "lime", "olive", "yellow", "navy", "blue", "teal", "aqua",
        "sienna", "darkolivegreen", "darkgreen", "darkslateblue", "indigo", "darkslategray", "darkred", "darkorange",
        "slategray", "dimgray", "sandybrown", "yellowgreen", "seagreen", "mediumturquoise", "royalblue", "magenta",
        "orange", "cyan", "deepskyblue", "darkorchid", "pink", "wheat", "lemonchiffon", "palegreen",
        "paleturquoise", "lightblue", "plum",
    };

    public static Shape? Read(string? value)
    {
        if (value is null)
            return null;
        if (Names.TryGetValue(value, out var name))
            return new Shape("span", ("class", ClassOf(name)));
        return (ReadHex(value) ?? ReadRgb(value)) is { } hex ? new Shape("font", ("color", hex)) : null;
    }

    public static string ClassOf(string name) => "c-" + name;

    private static string? ReadHex(string value)
    {
        if (value.Length is not (4 or 7) || value[0] != '#' || !value.AsSpan(1).ContainsOnlyHexDigits())
            return null;
        var digits = value.ToLowerInvariant();
        return digits.Length == 7 ? digits : $"#{digits[1]}{digits[1]}{digits[2]}{digits[2]}{digits[3]}{digits[3]}";
    }

    /// <summary><c>rgb(1, 2, 3)</c>, as browsers' editors write it.</summary>
    private static string? ReadRgb(string value)
    {
        if (value.Length > 30 || !value.StartsWith("rgb(", StringComparison.OrdinalIgnoreCase) || !value.EndsWith(')'))
            return null;
        var parts = value[4..^1].Split(',', StringSplitOptions.TrimEntries);
        var hex = "#";
        foreach (var part in parts)
        {
            if (!byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var channel))
                return null;
            hex += channel.ToString("x2", CultureInfo.InvariantCulture);
        }
        return parts.Length == 3 ? hex : null;
    }

    private static bool ContainsOnlyHexDigits(this ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
            if (!char.IsAsciiHexDigit(digit))
                return false;
        return true;
    }
}
