namespace ForumEngine.Look;

/// <summary>
/// A site's own accent for one scheme: everything that the hue colours, as exact values, since browsers of 2023 don't know oklch().
/// Over all hues the accent has a contrast of at least 5.8 : 1 (light) or 7 : 1 (dark) to every paper.
/// </summary>
/// <param name="Main">Where you are, links, what is new to you.</param>
/// <param name="Strong">The same under the pointer.</param>
/// <param name="Wash">Behind a selected row.</param>
/// <param name="OnMain">Text on <paramref name="Main"/>.</param>
/// <param name="Go">The one main button of a view; in the dark a deep shade, so that it isn't the loudest thing.</param>
/// <param name="GoStrong">That button under the pointer.</param>
/// <param name="OnGo">Text on it.</param>
public sealed record Accent(Rgb Main, Rgb Strong, Rgb Wash, Rgb OnMain, Rgb Go, Rgb GoStrong, Rgb OnGo)
{
    private const double LightContrast = 5.8, DarkContrast = 7, Step = 0.0025;

    // paper-3 of tokens.css and of dark.css: the papers nearest to the accent.
    private static readonly Rgb DarkestLightPaper = Rgb.Parse("#e9ebee"), LightestDarkPaper = Rgb.Parse("#24282d");
    private static readonly Rgb White = Rgb.Parse("#fff"), Night = Rgb.Parse("#0d1014"), Pale = Rgb.Parse("#f3f6f7");

    public static Accent Light(int hue)
    {
        var main = UntilReadable(new Oklch(0.45, 0.092, hue), DarkestLightPaper, LightContrast, -Step);
        var strong = new Oklch(0.37, 0.08, hue).ToRgb();
        return new Accent(main, strong, new Oklch(0.955, 0.022, hue).ToRgb(), White, main, strong, White);
    }

    public static Accent Dark(int hue) => new(
        UntilReadable(new Oklch(0.775, 0.08, hue), LightestDarkPaper, DarkContrast, Step), new Oklch(0.85, 0.07, hue).ToRgb(),
        new Oklch(0.28, 0.035, hue).ToRgb(), Night, new Oklch(0.42, 0.068, hue).ToRgb(), new Oklch(0.48, 0.076, hue).ToRgb(), Pale);

    /// <summary>Equal lightness isn't equal contrast: some hues have to go a little further.</summary>
    private static Rgb UntilReadable(Oklch colour, Rgb paper, double contrast, double step)
    {
        while (colour.ToRgb().ContrastTo(paper) < contrast) colour = colour with { Lightness = colour.Lightness + step };
        return colour.ToRgb();
    }
}
