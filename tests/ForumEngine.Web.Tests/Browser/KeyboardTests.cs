using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Nothing but keys: no click, no touch, no script that sets the focus.</summary>
public sealed class KeyboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_member_registers_posts_replies_reports_and_signs_out_by_keyboard_alone()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync("骑行", await site.CategoryAsync("键盘"));
        var foreign = await site.ThreadAsync(board, await site.NewMemberAsync(), $"便宜手表{Guid.NewGuid():N}", replies: 2);
        await site.RunJobsAsync();
        await using var tab = await chromium.OpenAsync(site, Screen.Desktop);
        var (page, keys) = (tab.Page, new Keys(tab.Page));

        await page.GotoAsync("/");
        await RegisterAsync(keys);
        await StartThreadAsync(page, keys, board.Id);
        await ReplyAsync(page, keys);
        await ReportAsync(page, keys, foreign);
        await SignOutAsync(page, keys);
        tab.HasNoComplaints();
    }

    private static async Task RegisterAsync(Keys keys)
    {
        await keys.TabToAsync("a.skip");
        await keys.FollowAsync(".me a[href='/account/register']", "**/account/register");
        await keys.FillAsync("[name=UserName]", $"键盘{Guid.NewGuid().ToString("N")[..6]}");
        await keys.FillAsync("[name=Email]", $"{Guid.NewGuid():N}@example.test");
        await keys.FillAsync("[name=Password]", Visitor.Password);
        await keys.FillAsync("[name=ConfirmPassword]", Visitor.Password);
        await keys.TabToAsync("[name=AcceptTerms]");
        await keys.PressAsync("Space");
        await keys.TabToAsync("form[action*=register] button.go");
        await keys.GoAsync("Enter", "**/");
    }

    private static async Task StartThreadAsync(IPage page, Keys keys, int board)
    {
        await keys.FollowAsync($"a[href='/boards/{board}']", $"**/boards/{board}");
        await keys.FollowAsync($"a[href='/boards/{board}/new']", $"**/boards/{board}/new");
        if (!await keys.IsOnAsync("[name=Title]")) await keys.TabToAsync("[name=Title]");
        await keys.TypeAsync("只用键盘发的帖");
        await keys.FillAsync(".rich", "一次也没有碰鼠标。");
        await keys.GoAsync("Control+Enter", "**/threads/*");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("只用键盘发的帖");
    }

    private static async Task ReplyAsync(IPage page, Keys keys)
    {
        await keys.PressAsync("r");
        Assert.True(await keys.IsOnAsync("#reply textarea"), "r does not lead to the quick reply");
        await keys.TypeAsync("回复也是。");
        await keys.TabToAsync("#reply button.go");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#floor-2")).ToContainTextAsync("回复也是。");
    }

    /// <summary>Found by the search, at its second floor, behind the menu: opened, closed with Escape, opened again.</summary>
    private static async Task ReportAsync(IPage page, Keys keys, Thread thread)
    {
        // From the quick reply, where keys are letters, out into the page.
        await keys.TabToAsync("a, button");
        await keys.PressAsync("/");
        Assert.True(await keys.IsOnAsync("input[name=q]"), "/ does not lead to the search");
        await keys.TypeAsync(thread.Title);
        await keys.GoAsync("Enter", "**/search?*");
        await keys.FollowAsync($"a[href='/threads/{thread.Id}']", $"**/threads/{thread.Id}");
        var more = "#floor-2 .menu > summary";
        await keys.TabToAsync(more);
        await keys.PressAsync("Space");
        await Assertions.Expect(page.Locator("#floor-2 .menu[open]")).ToHaveCountAsync(1);
        await keys.TabToAsync("#floor-2 a[href$='/report']");
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#floor-2 .menu[open]")).ToHaveCountAsync(0);
        Assert.True(await keys.IsOnAsync(more), "Escape does not give the focus back to the menu");
        await keys.PressAsync("Enter");
        await keys.FollowAsync("#floor-2 a[href$='/report']", "**/report");
        await keys.TabToAsync("[name=Category]");
        await keys.PressAsync("End");
        await keys.FillAsync("[name=Message]", "到处贴同一条广告。");
        await keys.TabToAsync("form[action$='/report'] button.go");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".note.good")).ToBeVisibleAsync();
    }

    private static async Task SignOutAsync(IPage page, Keys keys)
    {
        await keys.TabToAsync("header .menu > summary");
        await keys.PressAsync("Enter");
        await keys.TabToAsync("form[action='/account/logout'] button");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".me a[href='/account/login']")).ToBeVisibleAsync();
    }
}
