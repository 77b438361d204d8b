using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Debian's Chromium, one for all browser tests; the site it visits is the real one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("FORUM_TEST_CHROMIUM") is not { Length: > 0 } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>A fresh profile; skips where there is no browser, and fails in CI.</summary>
    public async Task<Tab> OpenAsync(Site site, Screen screen, bool scripts = true, bool dark = false, string language = "zh-CN")
    {
        if (browser is null) Databases.Missing("Chromium is not here: FORUM_TEST_CHROMIUM is not set.");
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = site.Url.ToString(),
            ViewportSize = screen == Screen.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
            IsMobile = screen == Screen.Phone,
            HasTouch = screen == Screen.Phone,
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language,
        });
        context.SetDefaultTimeout(20_000);
        return new Tab(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

public enum Screen
{
    Desktop,
    Phone,
}

/// <summary>A page with its complaints: what the console said, what the policy stopped, what was not found.</summary>
public sealed class Tab : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    public Tab(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Response += (_, response) => { if (response.Status >= 400) complaints.Add($"{response.Url}: {response.Status}"); };
    }

    public IPage Page { get; }

    public void HasNoComplaints() => Expect.None(complaints);

    /// <summary>Nothing that axe calls a violation.</summary>
    public async Task IsAccessibleAsync()
    {
        var found = await Page.RunAxe();
        Expect.None(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{Page.Url}: {v.Id} ({v.Impact}): {n.Html}")));
    }

    /// <summary>Nobody scrolls sideways.</summary>
    public async Task FitsAsync()
    {
        var wider = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wider <= 0, $"{Page.Url} is {wider} pixels wider than the screen.");
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
