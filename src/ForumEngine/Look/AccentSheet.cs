using System.Security.Cryptography;
using System.Text;

namespace ForumEngine.Look;

/// <summary>The style sheet of one hue (0 to 359): the accent in light, in dark by the system's wish and by the member's.</summary>
public sealed class AccentSheet
{
    private static readonly AccentSheet?[] Made = new AccentSheet?[360];

    private AccentSheet(int hue)
    {
        var (light, dark) = (Properties(Accent.Light(hue)), Properties(Accent.Dark(hue)));
        Css = $":root{{{light}}}@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}:root[data-theme=dark]{{{dark}}}\n";
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..8];
    }

    public string Css { get; }

    /// <summary>Of the contents, so that the sheet may be cached for ever under an address that holds it.</summary>
    public string Version { get; }

    public static AccentSheet Of(int hue) => Made[hue] ??= new AccentSheet(hue);

    private static string Properties(Accent a) =>
        $"--accent:{a.Main};--accent-2:{a.Strong};--accent-wash:{a.Wash};--on-accent:{a.OnMain};--go:{a.Go};--go-2:{a.GoStrong};--on-go:{a.OnGo}";
}
