namespace ForumEngine.Look;

/// <summary>
/// A colour in OKLCH: equal lightness looks equally light whatever the hue (Björn Ottosson's OKLab in polar form).
/// Lightness 0 to 1, chroma 0 to about 0.3, hue in degrees.
/// </summary>
public readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>The same colour for sRGB screens. What they can't show loses chroma, not lightness or hue.</summary>
    public Rgb ToRgb()
    {
        if (Fits(ToLinear(Chroma))) return Encode(ToLinear(Chroma));
        double shown = 0, tooMuch = Chroma;
        for (var step = 0; step < 24; step++)
        {
            var middle = (shown + tooMuch) / 2;
            if (Fits(ToLinear(middle))) shown = middle;
            else tooMuch = middle;
        }
        return Encode(ToLinear(shown));
    }

    private (double Red, double Green, double Blue) ToLinear(double chroma)
    {
        var (sin, cos) = Math.SinCos(Hue * Math.PI / 180);
        double a = chroma * cos, b = chroma * sin;
        var l = Cube(Lightness + 0.3963377774 * a + 0.2158037573 * b);
        var m = Cube(Lightness - 0.1055613458 * a - 0.0638541728 * b);
        var s = Cube(Lightness - 0.0894841775 * a - 1.2914855480 * b);
        return (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double Cube(double value) => value * value * value;

    // A ten-thousandth outside is rounding.
    private static bool Fits((double Red, double Green, double Blue) c) =>
        Math.Min(c.Red, Math.Min(c.Green, c.Blue)) >= -0.0001 && Math.Max(c.Red, Math.Max(c.Green, c.Blue)) <= 1.0001;

    private static Rgb Encode((double Red, double Green, double Blue) c) => new(Encode(c.Red), Encode(c.Green), Encode(c.Blue));

    private static byte Encode(double linear)
    {
        var part = Math.Clamp(linear, 0, 1);
        return (byte)Math.Round(255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * Math.Pow(part, 1 / 2.4) - 0.055));
    }
}
