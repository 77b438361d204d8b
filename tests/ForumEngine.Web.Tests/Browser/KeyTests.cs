using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Single keys walk through floors and threads, turn pages and answer; never while one types, and not when switched off.</summary>
public sealed class KeyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Floors_are_walked_and_answered_by_keys()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), replies: 30);
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}", member);
        var keys = tab.Page.Keyboard;
        foreach (var (key, floor) in (IEnumerable<(string, int)>)[("j", 1), ("j", 2), ("j", 3), ("k", 2)])
        {
            await keys.PressAsync(key);
            await tab.FocusIsInAsync($"#floor-{floor}");
        }
        await keys.PressAsync("r");
        await tab.FocusIsInAsync("#reply textarea");
        await keys.TypeAsync("jkn/?");
        await Assertions.Expect(tab.Page.Locator("#reply textarea")).ToHaveValueAsync("jkn/?");
        await tab.FocusIsInAsync("#reply textarea");
        await tab.Page.EvaluateAsync("document.activeElement.blur()");
        await keys.PressAsync("n");
        await Assertions.Expect(tab.Page.Locator("#floor-1")).ToHaveCountAsync(0);
        await keys.PressAsync("p");
        await Assertions.Expect(tab.Page.Locator("#floor-1")).ToBeVisibleAsync();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Threads_are_walked_and_opened_by_keys_until_they_are_switched_off()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync(), "Opened by Enter");
        await using var tab = await chromium.ReadAsync(site, $"/boards/{board.Id}");
        var page = tab.Page;
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.UncheckAsync("[data-keys-switch]");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        Assert.Equal("BODY", await page.EvaluateAsync<string>("document.activeElement.matches('.row a') ? 'A' : 'BODY'"));

        await page.ClickAsync("[data-keys-help]");
        await page.CheckAsync("[data-keys-switch]");
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("j");
        await tab.FocusIsInAsync(".row h2 a");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Opened by Enter");
        Assert.Equal($"/threads/{thread.Id}", new Uri(page.Url).AbsolutePath);
    }
}
