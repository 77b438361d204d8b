using System.Text.RegularExpressions;
using ForumEngine.Look;

namespace ForumEngine.Web.Look;

/// <summary>A colour token in both schemes, with its lowest contrast to the papers that text stands on.</summary>
public sealed record PaletteColour(string Name, Rgb Light, Rgb Dark, double LightContrast, double DarkContrast);

/// <summary>The colours of the built style sheet.</summary>
public static partial class Palette
{
    private static readonly string[] Papers = ["paper", "paper-2", "paper-3", "sheet"];

    public static IReadOnlyList<PaletteColour> Read(string css)
    {
        var (light, dark) = (Tokens(css, ":root{color-scheme:light"), Tokens(css, ":root[data-theme=dark]{"));
        return [.. light.Where(t => dark.ContainsKey(t.Key)).Select(t =>
            new PaletteColour(t.Key, t.Value, dark[t.Key], Lowest(t.Value, light), Lowest(dark[t.Key], dark)))];
    }

    private static double Lowest(Rgb colour, Dictionary<string, Rgb> tokens) => Papers.Min(paper => colour.ContrastTo(tokens[paper]));

    private static Dictionary<string, Rgb> Tokens(string css, string block)
    {
        var start = css.IndexOf(block, StringComparison.Ordinal);
        var end = css.IndexOf('}', start);
        return Token().Matches(css[start..end]).ToDictionary(m => m.Groups["name"].Value, m => Rgb.Parse(m.Groups["hex"].Value));
    }

    [GeneratedRegex("--(?<name>[a-z0-9-]+): *(?<hex>#[0-9a-f]{6}|#[0-9a-f]{3})(?=[;}]|$)")]
    private static partial Regex Token();
}
