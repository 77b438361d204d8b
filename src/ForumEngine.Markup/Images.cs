using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>
/// <c>[img]</c> and <c>[img=width,height]</c>: https only, since the site's policy loads no other; a picture that isn't loaded
/// is a link.
/// </summary>
internal static class Images
{
    private const int LargestSide = 4096;

    /// <summary>Loaded when it comes into sight, and without saying where it is shown.</summary>
    public static IReadOnlyList<(string Name, string Value)> Lazy { get; } = [("loading", "lazy"), ("referrerpolicy", "no-referrer")];

    public static Shape? Read(string? value, string content, MarkupOptions options)
    {
        if (!options.LinkedImages || Urls.ReadImage(content) is not { } address)
            return Urls.ReadWeb(content.Trim()) is { } link ? Links.To(link) with { Words = link } : null;
        List<(string, string)> attributes = [("src", address), ("alt", ""), .. Lazy];
        if (value?.Split(',') is [var width, var height] && Side(width) is { } w && Side(height) is { } h)
            attributes.AddRange([("width", w), ("height", h)]);
        return new Shape("img", [.. attributes]);
    }

    /// <summary>A side in pixels.</summary>
    public static string? Side(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var side)
            && side is > 0 and <= LargestSide
            ? side.ToString(CultureInfo.InvariantCulture)
            : null;
}
