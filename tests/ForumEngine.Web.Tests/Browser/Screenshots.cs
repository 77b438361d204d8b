using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Pictures of every page to look at, run by tests/shots: 1280 and 390 pixels, light and dark, each language.</summary>
public sealed class Screenshots(Chromium chromium, EveryPage pages) : IClassFixture<Chromium>, IClassFixture<EveryPage>
{
    private const int LongestPicture = 4000;

    public static TheoryData<Screen, bool, string> Views()
    {
        var languages = (Environment.GetEnvironmentVariable("FORUM_SHOT_LANGUAGES") ?? "zh-CN,en").Split(',');
        var all = new TheoryData<Screen, bool, string>();
        foreach (var screen in Enum.GetValues<Screen>())
            foreach (var dark in (bool[])[false, true])
                foreach (var language in languages) all.Add(screen, dark, language);
        return all;
    }

    [Theory(Explicit = true), MemberData(nameof(Views))]
    public async Task Take(Screen screen, bool dark, string language)
    {
        var folder = Environment.GetEnvironmentVariable("FORUM_SHOTS") ?? throw new InvalidOperationException("FORUM_SHOTS names no folder.");
        await using var tab = await chromium.OpenAsync(pages.Town.Site, screen, dark: dark, language: language);
        var (width, shortest) = (tab.Page.ViewportSize!.Width, tab.Page.ViewportSize.Height);
        var end = $"{width}-{(dark ? "dark" : "light")}-{language}.png";
        await pages.WalkAsync(tab, async page =>
        {
            // The screen is made as tall as the page, so that what sticks to its edges covers nothing.
            var height = await tab.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            await tab.Page.SetViewportSizeAsync(width, Math.Clamp(height, shortest, LongestPicture));
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{page.Name}-{end}"), Animations = ScreenshotAnimations.Disabled });
            await tab.Page.SetViewportSizeAsync(width, shortest);
        });
    }
}
