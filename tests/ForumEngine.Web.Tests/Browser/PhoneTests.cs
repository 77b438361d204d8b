using ForumEngine.Threads;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>A thumb finds what it wants on the first screen and hits what it aims at.</summary>
public sealed class PhoneTests(Chromium chromium, EveryPage pages) : IClassFixture<Chromium>, IClassFixture<EveryPage>
{
    /// <summary>
    /// Buttons, tabs, menus, pages and the dock are 44 px high; a link in a line of text has 24 px. A link that covers its row
    /// (::after over all of it) is as large as the row; a box's label belongs to the box.
    /// </summary>
    private const string TooSmall = """
        () => [...document.querySelectorAll("a, button, summary, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio])")]
            .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".vh, .skip"))
            .filter(e => getComputedStyle(e, "::after").position !== "absolute")
            .filter(e => {
                const acts = e.matches(".btn, button, summary, select, textarea, input, .dock a, .tabs a, .types a, .pager a, .acts a, .pop a, .me a, nav a");
                const box = e.getBoundingClientRect();
                return box.height < (acts ? 43.5 : 23.5);
            })
            .map(e => `${e.tagName.toLowerCase()}.${e.className} in .${e.parentElement.className}: ${Math.round(e.getBoundingClientRect().height)} px, ${e.textContent.trim().slice(0, 20)}`)
        """;

    /// <summary>iOS zooms into a field whose text is smaller than 16 pixels.</summary>
    private const string SmallText = """
        () => [...document.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea")]
            .filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 16).map(e => `${e.name}: the text is too small`)
        """;

    [Fact]
    public async Task Every_target_is_large_enough_for_a_finger_and_every_field_for_the_eye()
    {
        await using var tab = await chromium.OpenAsync(pages.Town.Site, Screen.Phone);
        await pages.WalkAsync(tab, async _ =>
        {
            Expect.None(await tab.Page.EvaluateAsync<string[]>(TooSmall));
            Expect.None(await tab.Page.EvaluateAsync<string[]>(SmallText));
        });
    }

    [Fact]
    public async Task Twelve_stickies_leave_room_for_threads_on_the_first_screen()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync("置顶很多", await site.CategoryAsync("社区"));
        var author = await site.NewMemberAsync();
        for (var i = 1; i <= 12; i++) await site.ThreadAsync(board, author, $"很长的置顶主题，占不了两行，第 {i} 个，写给每一个来这里的人", adjust: t => t.Sticky = Sticky.Board);
        for (var i = 1; i <= 6; i++) await site.ThreadAsync(board, author, $"普通主题，名字也不短，要占两行才写得完的那一种，第 {i} 个");
        await using var tab = await chromium.OpenAsync(site, Screen.Phone);
        await tab.Page.GotoAsync($"/boards/{board.Id}");
        var seen = await tab.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('.rows > .row')].filter(r => r.getBoundingClientRect().bottom <= document.querySelector('.dock').getBoundingClientRect().top).length");
        Assert.True(seen >= 3, $"Only {seen} threads are on the first screen.");
        Assert.Equal(2, await tab.Page.Locator(".sticky-rows .row:visible").CountAsync());
        await tab.Page.Locator(".fold.few > summary").ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".sticky-rows .row:visible")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task A_long_text_is_sent_without_scrolling_and_the_dock_makes_room()
    {
        await using var tab = await chromium.OpenAsync(pages.Town.Site, Screen.Phone);
        using var member = await pages.Town.Site.VisitorAsync(pages.Town.Member);
        await tab.Page.Context.AddCookiesAsync(member.Cookies.GetCookies(pages.Town.Site.Url).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = pages.Town.Site.Url.ToString() }));
        await tab.Page.GotoAsync($"/boards/{pages.Town.Board.Id}/new");
        await tab.Page.FillAsync("textarea[name=Body]", string.Join('\n', Enumerable.Repeat("一行", 80)));
        Assert.Equal(0, await tab.Page.Locator(".dock").CountAsync());
        await Assertions.Expect(tab.Page.Locator(".send .go")).ToBeInViewportAsync(new() { Ratio = 1 });

        await tab.Page.GotoAsync($"/threads/{pages.Town.Thread.Id}");
        await tab.Page.Locator(".dock .say").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#reply textarea")).ToBeFocusedAsync();
        await Assertions.Expect(tab.Page.Locator(".dock")).ToBeHiddenAsync();
        await Assertions.Expect(tab.Page.Locator("#reply .go")).ToBeInViewportAsync(new() { Ratio = 1 });
    }
}
