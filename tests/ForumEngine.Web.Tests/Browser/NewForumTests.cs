using System.Diagnostics;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>A new administrator's first evening, with a real browser: forty boards, three groups, two moderators, one private board.</summary>
public sealed class NewForumTests(Chromium chromium) : IClassFixture<Chromium>
{
    private int clicks;

    [Fact]
    public async Task Forty_boards_three_groups_two_moderators_and_a_private_board_are_a_few_clicks()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.MemberAsync("keeper one");
        await site.MemberAsync("keeper two");
        using var founder = await site.FounderAsync();
        await using var tab = await chromium.ReadAsync(site, "/admin/boards", founder);
        var page = tab.Page;
        var clock = Stopwatch.StartNew();

        await ClickAsync(page, ".head .btn:last-child");
        await page.Locator("#Outline").FillAsync(string.Join('\n', Enumerable.Range(1, 4).Select(c => $"Category {c}\n" + string.Join('\n', Enumerable.Range(1, 9).Select(b => $"  Board {c}.{b}")))));
        await ClickAsync(page, "form[action='/admin/boards/many'] .btn.go");
        foreach (var group in (string[])["Residents", "Merchants", "Helpers"])
        {
            await ClickAsync(page, "nav a[href='/admin/groups']");
            await ClickAsync(page, "a[href='/admin/groups/new']");
            await page.Locator("#Title").FillAsync(group);
            await ClickAsync(page, "form[action='/admin/groups/new'] .btn.go");
        }
        var boards = await site.Rows(db => db.Boards.ToDictionaryAsync(b => b.Name, b => b.Id));
        foreach (var (board, keeper) in ((string, string)[])[("Board 1.1", "keeper one"), ("Board 2.1", "keeper two")])
        {
            await ClickAsync(page, "nav a[href='/admin/boards']");
            await ClickAsync(page, $".links a[href='/admin/boards/{boards[board]}']");
            await page.Locator("#Moderators").FillAsync(keeper);
            await ClickAsync(page, "#moderators .btn");
        }
        var resident = await site.Rows(db => db.Groups.Where(g => g.Title == "Residents").Select(g => g.Id).SingleAsync());
        await ClickAsync(page, "nav a[href='/admin/boards']");
        await ClickAsync(page, $".links a[href='/admin/boards/{boards["Board 4.9"]}']");
        await ClickAsync(page, ".bar a[href$='/rights']");
        await page.Locator("[data-column='View']").SelectOptionAsync("deny");
        await page.Locator($"[name='C[{boards["Board 4.9"]}.{resident}.View]']").SelectOptionAsync("allow");
        clicks += 4;
        await Assertions.Expect(page.Locator("[data-count]")).ToBeVisibleAsync();
        await ClickAsync(page, ".save .btn.go");

        TestContext.Current.TestOutputHelper?.WriteLine($"{clicks} clicks, {clock.Elapsed.TotalSeconds:0.0} s of the site's and the browser's time");
        Assert.Equal(40, boards.Count);
        var tree = await site.Service<BoardTrees>().CurrentAsync(default);
        Assert.False((await site.ViewerAsync("somebody")).May(BoardRight.View, tree.Find(boards["Board 4.9"])!));
        Assert.True((await site.ViewerAsync("neighbour", resident)).May(BoardRight.View, tree.Find(boards["Board 4.9"])!));
        Assert.Equal(2, await site.Rows(db => db.BoardModerators.CountAsync()));
        Assert.True(clicks <= 30, $"{clicks} clicks");
        tab.HasNoComplaints();
    }

    private async Task ClickAsync(IPage page, string what)
    {
        clicks++;
        await page.Locator(what).First.ClickAsync();
        await page.SaysAsync("document.readyState === 'complete'");
    }
}
