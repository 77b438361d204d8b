using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Pages of a list are turned without a full load; address, title, focus and the back button are as with one.</summary>
public sealed class PagingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_thread_is_paged_in_place_and_the_back_button_goes_back()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), "Paged", replies: 45);
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}");
        var page = tab.Page;
        await tab.MarkAsync();
        await page.Locator("main .pager [rel=next]").Last.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("page=2$"));
        await Assertions.Expect(page.Locator("#floor-1")).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("2"));
        await tab.FocusIsInAsync(".floors");
        Assert.True(await page.EvaluateAsync<double>("scrollY") < 400, "The new page is read from its start.");
        Assert.Equal(0, await page.Locator("main time[data-ago]").Filter(new() { HasText = "GMT" }).CountAsync());

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#floor-1")).ToBeVisibleAsync();
        await page.GoForwardAsync();
        await Assertions.Expect(page.Locator("#floor-1")).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("page=2$"));
        await tab.StayedAsync();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task A_board_is_filtered_in_place_and_a_link_in_a_new_tab_stays_a_link()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        await site.ThreadAsync(board, await site.NewMemberAsync(), "Plain");
        await site.ThreadAsync(board, await site.NewMemberAsync(), "Praised", adjust: t => t.Digest = 1);
        await using var tab = await chromium.ReadAsync(site, $"/boards/{board.Id}");
        await tab.MarkAsync();
        await tab.Page.Locator(".rows .tabs a[href*='filter=digest']").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".row h2")).ToHaveCountAsync(1);
        await tab.FocusIsInAsync(".rows");
        await tab.StayedAsync();

        var opened = await tab.Page.Context.RunAndWaitForPageAsync(() =>
            tab.Page.Locator($".rows .tabs a[href='/boards/{board.Id}']").First.ClickAsync(new() { Modifiers = [KeyboardModifier.ControlOrMeta] }));
        await Assertions.Expect(opened.Locator(".row h2")).ToHaveCountAsync(2);
        await Assertions.Expect(tab.Page.Locator(".row h2")).ToHaveCountAsync(1);
        tab.HasNoComplaints();
    }
}
