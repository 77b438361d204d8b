using System.Text.RegularExpressions;
using ForumEngine.Look;

namespace ForumEngine.Tests.Look;

/// <summary>Whatever hue a site takes, its accent can be read on every paper of the style sheets.</summary>
public sealed class AccentTests
{
    private static readonly string[] Papers = ["paper", "paper-2", "paper-3", "sheet"];

    [Theory]
    [InlineData("tokens.css", false, 5.8)]
    [InlineData("dark.css", true, 7.0)]
    public void Every_hue_is_readable_on_every_paper(string file, bool dark, double least)
    {
        var papers = Papers.Select(name => (Name: name, Colour: Token(file, name))).ToList();
        foreach (var hue in Enumerable.Range(0, 360))
        {
            var accent = dark ? Accent.Dark(hue) : Accent.Light(hue);
            foreach (var (name, paper) in papers)
            {
                AtLeast(least, accent.Main, paper, $"hue {hue}: accent on {name}");
                AtLeast(least, accent.Strong, paper, $"hue {hue}: accent-2 on {name}");
            }
            AtLeast(4.5, accent.Main, accent.Wash, $"hue {hue}: accent on its wash");
            AtLeast(4.5, Token(file, "ink"), accent.Wash, $"hue {hue}: ink on the wash");
            AtLeast(4.5, accent.OnMain, accent.Main, $"hue {hue}: on-accent");
            AtLeast(4.5, accent.OnGo, accent.Go, $"hue {hue}: on-go");
            AtLeast(4.5, accent.OnGo, accent.GoStrong, $"hue {hue}: on-go under the pointer");
        }
    }

    [Theory]
    [InlineData(29.2, 0.628, 0.2577, "#ff0000")]
    [InlineData(142.5, 0.8664, 0.2948, "#00ff00")]
    [InlineData(264.05, 0.452, 0.3132, "#0000ff")]
    [InlineData(0, 1, 0, "#ffffff")]
    [InlineData(0, 0, 0, "#000000")]
    public void Known_colours_convert_exactly(double hue, double lightness, double chroma, string hex)
    {
        var (made, known) = (new Oklch(lightness, chroma, hue).ToRgb(), Rgb.Parse(hex));
        Assert.True(Math.Abs(made.Red - known.Red) <= 2 && Math.Abs(made.Green - known.Green) <= 2 && Math.Abs(made.Blue - known.Blue) <= 2, $"{made} is not {hex}");
    }

    [Fact]
    public void What_a_screen_cannot_show_keeps_its_lightness()
    {
        foreach (var hue in Enumerable.Range(0, 360))
            Assert.InRange(new Oklch(0.6, 0.4, hue).ToRgb().Luminance, 0.1, 0.4);
    }

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.Equal(21, Rgb.Parse("#000").ContrastTo(Rgb.Parse("#fff")), 3);
        Assert.Equal(4.48, Rgb.Parse("#777777").ContrastTo(Rgb.Parse("#ffffff")), 2);
    }

    [Fact]
    public void The_sheet_holds_both_schemes_and_no_function_of_newer_browsers()
    {
        var sheet = AccentSheet.Of(300);
        Assert.Equal(3, Regex.Count(sheet.Css, "--accent:#[0-9a-f]{6};"));
        Assert.DoesNotContain("oklch", sheet.Css, StringComparison.Ordinal);
        Assert.NotEqual(sheet.Version, AccentSheet.Of(301).Version);
    }

    private static void AtLeast(double least, Rgb text, Rgb paper, string what) =>
        Assert.True(text.ContrastTo(paper) >= least, $"{what}: {text} on {paper} is {text.ContrastTo(paper):0.00} : 1");

    private static Rgb Token(string file, string name) =>
        Rgb.Parse(Regex.Match(File.ReadAllText(Checkout.File($"assets/css/{file}")), $"--{name}: (#[0-9a-f]{{3,6}})").Groups[1].Value);
}
