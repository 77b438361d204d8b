using System.Globalization;

namespace ForumEngine.Look;

/// <summary>An sRGB colour as screens show it: 0 to 255 each.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>From "#1e2226" or "#fff".</summary>
    public static Rgb Parse(string hex)
    {
        var digits = hex.TrimStart('#');
        if (digits.Length == 3) digits = string.Concat(digits.Select(d => $"{d}{d}"));
        var value = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>Relative luminance of WCAG 2: 0 is black, 1 white.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>WCAG's contrast, 1 to 21; text needs 4.5.</summary>
    public double ContrastTo(Rgb other)
    {
        var (low, high) = (Math.Min(Luminance, other.Luminance), Math.Max(Luminance, other.Luminance));
        return (high + 0.05) / (low + 0.05);
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static double Linear(byte value)
    {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
