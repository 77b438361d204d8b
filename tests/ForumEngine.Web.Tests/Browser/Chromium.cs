using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Debian's Chromium, one for all browser tests; the site it visits is the real one.</summary>
public class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The environment variable that says where the browser is.</summary>
    protected virtual string Variable => "FORUM_TEST_CHROMIUM";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path) return;
        // As patient as everything else on a busy machine.
        Assertions.SetDefaultExpectTimeout(40_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>A fresh profile; skips where there is no browser, and fails in CI. <paramref name="policy"/>: the Content-Security-Policy holds.</summary>
    public Task<Tab> OpenAsync(Site site, Screen screen, bool scripts = true, bool dark = false, string language = "zh-CN", bool policy = true) =>
        OpenAsync(site.Url, screen, scripts, dark, language, policy);

    public async Task<Tab> OpenAsync(Uri site, Screen screen, bool scripts = true, bool dark = false, string language = "zh-CN", bool policy = true)
    {
        if (browser is null) Databases.Missing($"A browser is not here: {Variable} is not set.");
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = screen == Screen.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
            IsMobile = screen == Screen.Phone,
            HasTouch = screen == Screen.Phone,
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language,
            BypassCSP = !policy,
        });
        context.SetDefaultTimeout(60_000);
        await context.AddInitScriptAsync(Tab.WatchShifts);
        return new Tab(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Chromium 109, the oldest that is served (tests/browsers lays it out).</summary>
public sealed class OldChromium : Chromium
{
    protected override string Variable => "FORUM_TEST_OLD_CHROMIUM";
}

public enum Screen
{
    Desktop,
    Phone,
}

/// <summary>A page with its complaints: what the console said, what the policy stopped, what was not found.</summary>
public sealed class Tab : IAsyncDisposable
{
    /// <summary>Adds up what moves without being asked, from the first byte on.</summary>
    internal const string WatchShifts = """
        window.shift = 0;
        window.shifted = [];
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) {
            if (entry.hadRecentInput) continue;
            window.shift += entry.value;
            window.shifted.push(...entry.sources.map(s => s.node?.nodeType === 1 ? s.node.outerHTML.slice(0, 80) : s.node?.nodeName));
          }
        }).observe({ type: "layout-shift", buffered: true });
        """;

    /// <summary>The innermost elements that stand out on the right.</summary>
    private const string Widest = """
        [...document.querySelectorAll("body *")]
          .filter(e => e.getBoundingClientRect().left + e.scrollWidth > document.documentElement.clientWidth + 0.4)
          .filter(e => { for (let up = e.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX !== "visible") return false; return true; })
          .filter((e, _, all) => !all.some(other => other !== e && e.contains(other)))
          .slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join(" ; ")
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>All of axe's rules, or just these; what it found is told by the page, since whole results are large.</summary>
    private const string Violations = """
        rules => axe.run(document, { iframes: false, resultTypes: ["violations"], ...(rules && { runOnly: rules }) })
          .then(found => found.violations.flatMap(v => v.nodes.map(n => `${location.href}: ${v.id} (${v.impact}): ${n.html}`)))
        """;

    private readonly List<string> complaints = [];

    public Tab(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Response += (_, response) => { if (response.Status >= 400) complaints.Add($"{response.Url}: {response.Status}"); };
    }

    public IPage Page { get; }

    /// <summary>A page that is to be refused complains of itself; name those by their path.</summary>
    public void HasNoComplaints(IEnumerable<string>? expected = null) =>
        Expect.None(complaints.Where(c => expected?.Any(path => c.Contains($"{path}: ", StringComparison.Ordinal)) != true));

    /// <summary>Nothing that axe calls a violation.</summary>
    public async Task IsAccessibleAsync()
    {
        await Page.EvaluateAsync(Axe);
        Expect.None(await Page.EvaluateAsync<string[]>(Violations));
    }

    /// <summary>The part of <see cref="IsAccessibleAsync"/> that the other colour scheme can change; asked after it, when axe is in the page. Colours must not be on their way.</summary>
    public async Task IsAlsoAccessibleInTheDarkAsync()
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        var found = await Page.EvaluateAsync<string[]>(Violations, new[] { "color-contrast" });
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Expect.None(found);
    }

    /// <summary>Nobody scrolls sideways.</summary>
    public async Task FitsAsync()
    {
        var wider = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wider > 0) Assert.Fail($"{Page.Url} is {wider} pixels wider than the screen: {await Page.EvaluateAsync<string>(Widest)}");
    }

    /// <summary>Nothing jumps away from under the reader's eye or thumb.</summary>
    public async Task StandsStillAsync(double most)
    {
        var shift = await Page.EvaluateAsync<double>("window.shift");
        if (shift > most) Assert.Fail($"{Page.Url} moved by {shift:0.000}: {await Page.EvaluateAsync<string>("window.shifted.join(' ; ')")}");
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
