using System.Net;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>The town, its pages, and for each reader the cookies that a browser needs to be that reader. Built once for all walks.</summary>
public sealed class EveryPage : IAsyncLifetime
{
    private readonly Dictionary<Reader, CookieCollection> cookies = [];
    private Town? town;

    internal Town Town => town!;

    internal IReadOnlyList<PageToSee> All { get; private set; } = [];

    /// <summary>While one works on some pages: those named in FORUM_PAGES, parted by commas.</summary>
    internal IReadOnlyList<PageToSee> Walked { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        town = await Town.BuildAsync();
        All = await Pages.OfAsync(town);
        Walked = Environment.GetEnvironmentVariable("FORUM_PAGES") is { Length: > 0 } names ? [.. All.Where(p => names.Split(',').Contains(p.Name))] : All;
        using var founder = await town.Site.FounderAsync();
        using var member = await town.Site.VisitorAsync(town.Member);
        using var moderator = await town.Site.VisitorAsync(town.Moderator);
        cookies[Reader.Guest] = [];
        foreach (var (reader, visitor) in (IEnumerable<(Reader, Visitor)>)[(Reader.Member, member), (Reader.Moderator, moderator), (Reader.Founder, founder)])
            cookies[reader] = visitor.Cookies.GetCookies(town.Site.Url);
    }

    /// <summary>Opens each page with its reader's cookies and looks at it; complaints are collected, so that one walk tells all of them.</summary>
    internal async Task WalkAsync(Tab tab, Func<PageToSee, Task> look)
    {
        List<string> found = [];
        foreach (var reader in Walked.GroupBy(p => p.Reader))
        {
            await BecomeAsync(tab.Page.Context, reader.Key);
            foreach (var page in reader)
                try
                {
                    var answer = await tab.Page.GotoAsync(page.Url);
                    Assert.Equal(page.Status, answer!.Status);
                    await look(page);
                }
                catch (Exception error) when (error is Xunit.Sdk.IAssertionException or PlaywrightException)
                {
                    found.Add($"{page.Name} ({page.Url}): {error.Message}");
                }
        }
        Expect.None(found);
    }

    private async Task BecomeAsync(IBrowserContext browser, Reader reader)
    {
        await browser.ClearCookiesAsync();
        if (cookies[reader].Count > 0)
            await browser.AddCookiesAsync(cookies[reader].Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = Town.Site.Url.ToString() }));
    }

    public async ValueTask DisposeAsync()
    {
        if (town is not null) await town.Site.DisposeAsync();
    }
}
