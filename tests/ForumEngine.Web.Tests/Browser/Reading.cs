using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Opens a page in a browser, as a guest or signed in, and waits until what comes after the page has come.</summary>
internal static class Reading
{
    public static async Task<Tab> ReadAsync(this Chromium chromium, Site site, string url, Visitor? who = null, string? before = null, bool scripts = true)
    {
        var tab = await chromium.OpenAsync(site, Screen.Desktop, scripts, language: "en");
        if (before is not null) await tab.Page.AddInitScriptAsync(before);
        if (who is not null)
            foreach (System.Net.Cookie cookie in who.Cookies.GetCookies(site.Url))
                await tab.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = site.Url.ToString() }]);
        await tab.Page.GotoAsync(url);
        if (scripts) await tab.ReadyAsync();
        return tab;
    }

    public static Task ReadyAsync(this Tab tab) => Assertions.Expect(tab.Page.Locator("html.swaps")).ToBeAttachedAsync();

    /// <summary>Until the page with this address (a glob) has come; asked of the page itself, since the browser's "load" is now and then not told on a busy machine.</summary>
    public static async Task ArriveAsync(this IPage page, string url)
    {
        await page.WaitForURLAsync(url, new() { WaitUntil = WaitUntilState.Commit });
        await page.SaysAsync("document.readyState === 'complete'");
    }

    /// <summary>Waits until this is true on the page that is there then. The browser's own waiting evaluates text, which the site's policy forbids.</summary>
    public static Task SaysAsync(this IPage page, string expression) => Soon.IsAsync(async () =>
    {
        try
        {
            return await page.EvaluateAsync<bool>(expression);
        }
        catch (PlaywrightException error) when (error.Message.Contains("Execution context", StringComparison.Ordinal))
        {
            // The page is just leaving.
            return false;
        }
    }, expression);

    /// <summary>A mark that a full load would wipe away.</summary>
    public static Task MarkAsync(this Tab tab) => tab.Page.EvaluateAsync("window.stayed = true");

    public static async Task StayedAsync(this Tab tab) => Assert.True(await tab.Page.EvaluateAsync<bool>("window.stayed === true"), "The page was loaded anew.");

    /// <summary>Waits until focus is in something that matches.</summary>
    public static Task FocusIsInAsync(this Tab tab, string selector) =>
        Soon.IsAsync(() => tab.Page.EvaluateAsync<bool>("s => document.activeElement?.closest(s) != null && document.activeElement !== document.body", selector), $"focus in {selector}");
}
