using System.Globalization;
using ForumEngine.Look;
using ForumEngine.Settings;

namespace ForumEngine.Web.Admin;

/// <summary>Accent and density as typed: the accent is one of the swatches, or "other" and a number.</summary>
public sealed class LookForm
{
    public const string Other = "other";

    public string? Accent { get; set; }
    public string? Hue { get; set; }
    public string? Density { get; set; }

    public static LookForm Of(LookSection look)
    {
        var hue = look.AccentHue.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            Accent = Swatch.All.Any(s => s.Value == hue) ? hue : Other,
            Hue = look.AccentHue < 0 ? "" : hue,
            Density = look.Density,
        };
    }

    /// <summary>By the settings' keys.</summary>
    public Dictionary<string, string> ToValues() =>
        new() { ["Look.AccentHue"] = (Accent == Other ? Hue : Accent) ?? "", ["Look.Density"] = Density ?? "" };
}

/// <summary>An accent to pick: the setting's value, and how it looks in light and in dark.</summary>
public sealed record Swatch(string Value, string Light, string Dark)
{
    /// <summary>The engine's own (the values of tokens.css and dark.css), then every thirtieth degree.</summary>
    public static readonly IReadOnlyList<Swatch> All =
        [new("-1", "#006469", "#74c6ca"), .. Enumerable.Range(0, 12).Select(n => Of(n * 30))];

    private static Swatch Of(int hue) => new($"{hue}", $"{Accent.Light(hue).Main}", $"{Accent.Dark(hue).Main}");
}
