namespace ForumEngine.Markup;

/// <summary>The named colours: the 16 of HTML, and those of the palette that Discuz's editor offers.</summary>
internal static class Palette
{
    private static readonly Dictionary<string, int> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["black"] = 0x000000,
        ["silver"] = 0xC0C0C0,
        ["gray"] = 0x808080,
        ["white"] = 0xFFFFFF,
        ["maroon"] = 0x800000,
        ["red"] = 0xFF0000,
        ["purple"] = 0x800080,
        ["fuchsia"] = 0xFF00FF,
        ["green"] = 0x008000,
        ["lime"] = 0x00FF00,
        ["olive"] = 0x808000,
        ["yellow"] = 0xFFFF00,
        ["navy"] = 0x000080,
        ["blue"] = 0x0000FF,
        ["teal"] = 0x008080,
        ["aqua"] = 0x00FFFF,
        ["sienna"] = 0xA0522D,
        ["darkolivegreen"] = 0x556B2F,
        ["darkgreen"] = 0x006400,
        ["darkslateblue"] = 0x483D8B,
        ["indigo"] = 0x4B0082,
        ["darkslategray"] = 0x2F4F4F,
        ["darkred"] = 0x8B0000,
        ["darkorange"] = 0xFF8C00,
        ["slategray"] = 0x708090,
        ["dimgray"] = 0x696969,
        ["sandybrown"] = 0xF4A460,
        ["yellowgreen"] = 0x9ACD32,
        ["seagreen"] = 0x2E8B57,
        ["mediumturquoise"] = 0x48D1CC,
        ["royalblue"] = 0x4169E1,
        ["magenta"] = 0xFF00FF,
        ["orange"] = 0xFFA500,
        ["cyan"] = 0x00FFFF,
        ["deepskyblue"] = 0x00BFFF,
        ["darkorchid"] = 0x9932CC,
        ["pink"] = 0xFFC0CB,
        ["wheat"] = 0xF5DEB3,
        ["lemonchiffon"] = 0xFFFACD,
        ["palegreen"] = 0x98FB98,
        ["paleturquoise"] = 0xAFEEEE,
        ["lightblue"] = 0xADD8E6,
        ["plum"] = 0xDDA0DD,
    };

    private static readonly Dictionary<string, string> Own = Values.Keys.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyCollection<string> Names => Values.Keys;

    /// <summary>The name as the palette writes it.</summary>
    public static string? Find(string name) => Own.GetValueOrDefault(name);

    public static string HexOf(string name) => "#" + Values[name].ToString("x6", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The name whose colour looks most like <paramref name="hex"/> (<c>#rrggbb</c>).</summary>
    public static string Nearest(string hex)
    {
        var value = Convert.ToInt32(hex[1..], 16);
        return Values.MinBy(colour => Distance(colour.Value, value)).Key;
    }

    /// <summary>The eye sees green best and blue worst.</summary>
    private static int Distance(int one, int other)
    {
        int red = (one >> 16) - (other >> 16), green = (one >> 8 & 255) - (other >> 8 & 255), blue = (one & 255) - (other & 255);
        return 3 * red * red + 4 * green * green + 2 * blue * blue;
    }
}
