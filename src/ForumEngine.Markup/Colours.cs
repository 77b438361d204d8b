using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>
/// <c>[color=…]</c>: names of the palette become classes (<c>c-red</c>), so that a dark theme can mend them;
/// any other colour is <c>&lt;font color&gt;</c>, which needs no style attribute.
/// </summary>
internal static class Colours
{
    public static Shape? Read(string? value)
    {
        if (value is null)
            return null;
        if (Palette.Find(value) is { } name)
            return new Shape("span", ("class", ClassOf(name)));
        return ReadValue(value) is { } hex ? new Shape("font", ("color", hex)) : null;
    }

    /// <summary><c>[backcolor=…]</c>: HTML has no attribute for it, so any colour becomes the class of the nearest name.</summary>
    public static Shape? ReadBack(string? value) =>
        value is not null && BackClass(value) is { } name ? new Shape("span", ("class", name)) : null;

    public static string? BackClass(string value) =>
        (Palette.Find(value) ?? (ReadValue(value) is { } hex ? Palette.Nearest(hex) : null)) is { } name ? BackClassOf(name) : null;

    /// <summary>Any colour as <c>#rrggbb</c>; null for what is none.</summary>
    public static string? ReadAny(string value) => Palette.Find(value) is { } name ? Palette.HexOf(name) : ReadValue(value);

    public static string ClassOf(string name) => "c-" + name;

    public static string BackClassOf(string name) => "bg-" + name;

    private static string? ReadValue(string value) => ReadHex(value) ?? ReadRgb(value);

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
