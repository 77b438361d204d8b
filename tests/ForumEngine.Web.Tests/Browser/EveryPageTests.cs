using System.Text.RegularExpressions;
using ForumEngine.Web.Tests.Architecture;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>
/// On every page: axe finds nothing in either scheme, nobody scrolls sideways (also on a screen of 320 pixels and with text twice as large),
/// nothing moves while it loads, and the console is silent.
/// </summary>
public sealed partial class EveryPageTests(Chromium chromium, EveryPage pages) : IClassFixture<Chromium>, IClassFixture<EveryPage>
{
    /// <summary>
    /// The sum of layout shifts that a page may have from its start to its rest: half of what is called good. On a busy machine a page
    /// comes in pieces, and a table's columns settle with each.
    /// </summary>
    private const double MostShift = 0.05;

    /// <summary>Phones in English, whose words are longer; the other schemes and sizes on the page that stands, since loading is what takes time.</summary>
    [Theory]
    [InlineData(Screen.Desktop, "zh-CN")]
    [InlineData(Screen.Phone, "en")]
    public async Task Every_page_can_be_read_by_everyone(Screen screen, string language)
    {
        await using var tab = await chromium.OpenAsync(pages.Town.Site, screen, language: language);
        var size = tab.Page.ViewportSize!;
        await pages.WalkAsync(tab, async _ =>
        {
            await tab.StandsStillAsync(MostShift);
            await tab.IsAccessibleAsync();
            await tab.FitsAsync();
            await tab.IsAlsoAccessibleInTheDarkAsync();
            if (screen == Screen.Phone)
            {
                await tab.Page.SetViewportSizeAsync(320, 568);
                await tab.FitsAsync();
                await tab.Page.SetViewportSizeAsync(size.Width, size.Height);
            }
            await tab.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
            await tab.FitsAsync();
        });
        tab.HasNoComplaints(expected: pages.All.Where(p => p.Status >= 400).Select(p => p.Url));
    }

    [Fact]
    public async Task The_walk_notices_a_picture_without_words_and_pale_text()
    {
        await using var tab = await chromium.OpenAsync(pages.Town.Site, Screen.Desktop);
        await tab.Page.GotoAsync("/");
        await tab.IsAccessibleAsync();
        await tab.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('img'))");
        Assert.Contains("image-alt", (await Assert.ThrowsAnyAsync<Exception>(tab.IsAccessibleAsync)).Message, StringComparison.Ordinal);
        await tab.IsAlsoAccessibleInTheDarkAsync();
        await tab.Page.EvaluateAsync("document.querySelector('main h2, main a').style.color = '#777'");
        Assert.Contains("color-contrast", (await Assert.ThrowsAnyAsync<Exception>(tab.IsAlsoAccessibleInTheDarkAsync)).Message, StringComparison.Ordinal);
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

    /// <summary>For machines: the address ends like a file's name, or is that of a file.</summary>
    private static bool IsFile(Route route) => route.Template.Split('/')[^1].Contains('.', StringComparison.Ordinal) || route.Template.Contains("/files/{file", StringComparison.Ordinal);

    /// <summary>A place of a route's template, its constraint included.</summary>
    [GeneratedRegex(@"\{[^/]*\}")]
    private static partial Regex Place();
}
