using System.Globalization;

namespace ForumEngine.Markup;

/// <summary><c>[img]</c> and <c>[img=width,height]</c>: https only, since the site's policy loads no other.</summary>
internal static class Images
{
    private const int LargestSide = 4096;

    public static Shape? Read(string? value, string content)
    {
        if (Urls.ReadImage(content) is not { } address)
            return null;
        List<(string, string)> attributes = [("src", address), ("alt", ""), ("loading", "lazy"), ("referrerpolicy", "no-referrer")];
        if (value?.Split(',') is [var width, var height] && Side(width) is { } w && Side(height) is { } h)
            attributes.AddRange([("width", w), ("height", h)]);
        return new Shape("img", [.. attributes]);
    }

    private static string? Side(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var side)
            && side is > 0 and <= LargestSide
            ? side.ToString(CultureInfo.InvariantCulture)
            : null;
}
