using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Visited pages are read without a network, by who read them with one, as long as the site shows them.</summary>
public sealed class OfflineTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task What_was_visited_is_read_without_a_network_and_the_rest_says_so()
    {
        var (site, board, thread) = await ThreadAsync();
        var (tab, page) = await ReadyAsync(site);
        await using var _ = tab;
        await page.GotoAsync($"/threads/{thread}");
        await KeptAsync(page, $"/threads/{thread}");

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync($"/threads/{thread}");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("没有网络也要读");
        await Assertions.Expect(page.Locator(".kept")).ToContainTextAsync("没有网络");
        Assert.Equal("700", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).fontWeight"));

        var answer = await page.GotoAsync($"/boards/{board}");
        Assert.Equal(503, answer!.Status);
        await Assertions.Expect(page.Locator("[data-kept] a")).ToHaveAttributeAsync("href", new Uri(site.Url, $"/threads/{thread}").ToString());
        await Assertions.Expect(page.Locator("[data-kept] a")).ToContainTextAsync("没有网络也要读");
        await tab.FitsAsync();
        await tab.IsAccessibleAsync();
    }

    [Fact]
    public async Task A_members_copies_go_when_they_sign_out()
    {
        var (site, _, thread) = await ThreadAsync();
        var (tab, page) = await ReadyAsync(site);
        await using var _ = tab;
        await page.GotoAsync($"/threads/{thread}");
        await KeptAsync(page, $"/threads/{thread}");
        using var member = await site.NewVisitorAsync();
        await page.Context.AddCookiesAsync(member.Cookies.GetCookies(site.Url).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Url.ToString() }));

        await page.GotoAsync("/");
        await KeptAsync(page, "/");
        Assert.Equal(["/"], await CopiesAsync(page));
        await page.GotoAsync($"/threads/{thread}");
        await KeptAsync(page, $"/threads/{thread}");

        await page.Locator("header details.menu > summary").ClickAsync();
        await page.Locator("form[action='/account/logout'] button").ClickAsync();
        await Assertions.Expect(page.Locator("header a[href='/account/login']")).ToBeVisibleAsync();
        await KeptAsync(page, "/");
        Assert.Equal(["/"], await CopiesAsync(page));
        await page.Context.SetOfflineAsync(true);
        Assert.Equal(503, (await page.GotoAsync($"/threads/{thread}"))!.Status);
    }

    [Fact]
    public async Task The_copy_of_a_deleted_thread_goes_and_private_pages_never_had_one()
    {
        var (site, _, thread) = await ThreadAsync();
        var (tab, page) = await ReadyAsync(site);
        await using var _ = tab;
        await page.GotoAsync($"/threads/{thread}");
        await KeptAsync(page, $"/threads/{thread}");
        await page.GotoAsync("/search?q=thread");
        await page.GotoAsync("/account/login");
        await site.Rows(db => db.Threads.Where(t => t.Id == thread).ExecuteUpdateAsync(set => set.SetProperty(t => t.State, ForumEngine.Threads.ContentState.Recycled)));

        Assert.True((await page.GotoAsync($"/threads/{thread}"))!.Status is 404 or 410);
        await Soon.IsAsync(async () => (await CopiesAsync(page)).Length == 0, "empty store");
        await page.Context.SetOfflineAsync(true);
        Assert.Equal(503, (await page.GotoAsync($"/threads/{thread}"))!.Status);
    }

    private static async Task<(Site Site, int Board, long Thread)> ThreadAsync()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync("闲聊", await site.CategoryAsync("社区"));
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync(), "没有网络也要读", replies: 2);
        await site.RunJobsAsync();
        return (site, board.Id, thread.Id);
    }

    /// <summary>A phone on which the worker has taken over.</summary>
    private async Task<(Tab Tab, IPage Page)> ReadyAsync(Site site)
    {
        var tab = await chromium.OpenAsync(site, Screen.Phone);
        await tab.Page.GotoAsync("/account/login");
        await tab.Page.EvaluateAsync("() => navigator.serviceWorker.controller ? null : new Promise(taken => navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }))");
        return (tab, tab.Page);
    }

    private static Task KeptAsync(IPage page, string path) =>
        Soon.IsAsync(async () => (await CopiesAsync(page)).Contains(path), $"copy of {path}");

    private static Task<string[]> CopiesAsync(IPage page) =>
        page.EvaluateAsync<string[]>("async () => (await (await caches.open('pages-1')).keys()).map(r => new URL(r.url).pathname + new URL(r.url).search)");
}
