using System.Globalization;

namespace ForumEngine.Markup;

/// <summary><c>[size=1]</c> to <c>[size=7]</c>, or a size in px or pt, which becomes the step that is nearest.</summary>
internal static class Sizes
{
    public const int Largest = 7;

    /// <summary>What the steps 1 to 7 of HTML's font sizes are in pixels.</summary>
    private static readonly int[] Pixels = [10, 13, 16, 18, 24, 32, 48];

    public static Shape? Read(string? value) =>
        ReadStep(value) is { } step ? new Shape("span", ("class", ClassOf(step))) : null;

    public static string ClassOf(int step) => "size-" + step.ToString(CultureInfo.InvariantCulture);

    private static int? ReadStep(string? value)
    {
        if (value is null)
            return null;
        var inPoints = value.EndsWith("pt", StringComparison.OrdinalIgnoreCase);
        if (!inPoints && !value.EndsWith("px", StringComparison.OrdinalIgnoreCase))
            return Number(value) is >= 1 and <= Largest and { } step ? step : null;
        return Number(value[..^2]) is >= 6 and <= 72 and { } size ? Nearest(inPoints ? size * 4 / 3 : size) : null;
    }

    private static int Nearest(int pixels) =>
        1 + Array.IndexOf(Pixels, Pixels.MinBy(step => Math.Abs(step - pixels)));

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
