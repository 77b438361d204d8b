using System.Text.RegularExpressions;
using ForumEngine.Web.Tests.Architecture;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>
/// On every page: axe finds nothing, nobody scrolls sideways (also on a screen of 320 pixels and with text twice as large),
/// nothing moves while it loads, and the console is silent.
/// </summary>
public sealed partial class EveryPageTests(Chromium chromium, EveryPage pages) : IClassFixture<Chromium>, IClassFixture<EveryPage>
{
    /// <summary>The sum of layout shifts that a page may have from its start to its rest.</summary>
    private const double MostShift = 0.02;

    [Theory]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Every_page_can_be_read_by_everyone(Screen screen, bool dark)
    {
        await using var tab = await chromium.OpenAsync(pages.Town.Site, screen, dark: dark);
        await pages.WalkAsync(tab, async _ =>
        {
            await tab.IsAccessibleAsync();
            await tab.FitsAsync();
            await tab.StandsStillAsync(MostShift);
        });
        tab.HasNoComplaints(expected: pages.All.Where(p => p.Status >= 400).Select(p => p.Url));
    }

    [Theory]
    [InlineData(320, 568, 100)]
    [InlineData(390, 844, 200)]
    [InlineData(1280, 900, 200)]
    public async Task Every_page_fits_small_screens_and_large_text(int width, int height, int percent)
    {
        await using var tab = await chromium.OpenAsync(pages.Town.Site, width < 700 ? Screen.Phone : Screen.Desktop, language: "en");
        await tab.Page.SetViewportSizeAsync(width, height);
        await pages.WalkAsync(tab, async _ =>
        {
            await tab.Page.EvaluateAsync("percent => document.documentElement.style.fontSize = percent + '%'", percent);
            await tab.FitsAsync();
        });
    }

    [Fact]
    public async Task No_route_with_a_page_escapes_the_walk()
    {
        using var founder = await pages.Town.Site.FounderAsync();
        List<string> escaped = [];
        foreach (var route in Route.Of(pages.Town.Site).Where(r => r.Method == "GET" && !IsFile(r)))
        {
            var pattern = new Regex($"^{Place().Replace(Regex.Escape(route.Template).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+")}$");
            if (pages.All.Any(p => pattern.IsMatch(p.Url.Split('?')[0]))) continue;
            var answer = await founder.GetAsync(route.Url());
            var isPage = answer.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true;
            if (isPage && answer.Location is null) escaped.Add($"{route.Template} is a page ({answer.Code}) that no walk looks at: add it to Pages.cs");
        }
        Expect.None(escaped);
    }

    /// <summary>For machines: the address ends like a file's name.</summary>
    private static bool IsFile(Route route) => route.Template.Split('/')[^1].Contains('.', StringComparison.Ordinal);

    /// <summary>A place of a route's template, its constraint included.</summary>
    [GeneratedRegex(@"\{[^/]*\}")]
    private static partial Regex Place();
}
