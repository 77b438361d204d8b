using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What was typed is never lost: not by a refusal, an ended session, a lost connection, a crashed tab or another device.</summary>
public sealed class NothingIsLostTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Field = "textarea[name=Body]";
    private const string State = "[data-draft-state]";

    [Fact]
    public async Task A_refused_post_comes_back_with_everything_and_keeps_its_draft_until_it_is_posted()
    {
        var (site, board, member) = await TownAsync();
        await using var tab = await OpenAsync(site, board, member);
        var page = tab.Page;
        await WriteAsync(page, "[b] [/b]", title: "The title");
        await SavedAsync(page);
        await page.ClickAsync(".send .go");
        await Assertions.Expect(page.Locator("#errors")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync("[b] [/b]");
        await Assertions.Expect(page.Locator("[name=Title]")).ToHaveValueAsync("The title");
        await WriteAsync(page, "Now it says something");
        await page.ClickAsync(".send .go");
        await page.ArriveAsync("**/threads/*");
        await Assertions.Expect(page.Locator("#floor-1")).ToContainTextAsync("Now it says something");
        await NewFormIsEmptyAsync(page, board);
    }

    [Fact]
    public async Task An_ended_session_keeps_the_text_until_after_the_sign_in()
    {
        var (site, board, member) = await TownAsync();
        await using var tab = await OpenAsync(site, board, member);
        var page = tab.Page;
        await page.Context.ClearCookiesAsync();
        await WriteAsync(page, "Written after the session ended", title: "A title");
        await Assertions.Expect(page.Locator($"{State} a[href^='/account/login']")).ToBeVisibleAsync();
        await page.ClickAsync(".send .go");
        await Assertions.Expect(page.Locator("form [name=UserName]")).ToBeVisibleAsync();
        await SignInAsync(site, page, member);
        await page.GotoAsync($"/boards/{board}/new");
        await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync("Written after the session ended");
        await Assertions.Expect(page.Locator("[name=Title]")).ToHaveValueAsync("A title");
    }

    [Fact]
    public async Task A_lost_connection_is_told_and_what_was_typed_is_sent_when_it_is_back()
    {
        var (site, board, member) = await TownAsync();
        await using var tab = await OpenAsync(site, board, member);
        var page = tab.Page;
        await page.Context.SetOfflineAsync(true);
        await WriteAsync(page, "Typed in a tunnel");
        await Assertions.Expect(page.Locator(State)).ToHaveClassAsync("no");
        Assert.Equal("Typed in a tunnel", await page.EvaluateAsync<string>($"localStorage.getItem('draft:board-{board}')"));
        await page.Context.SetOfflineAsync(false);
        await SavedAsync(page);
        Assert.Null(await page.EvaluateAsync<string?>($"localStorage.getItem('draft:board-{board}')"));
        Assert.Equal("Typed in a tunnel", await site.Rows(db => db.Drafts.Where(d => d.Key == $"board-{board}").Select(d => d.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_crashed_tab_is_gone_on_with_from_the_browser_or_on_another_device_from_the_server()
    {
        var (site, board, member) = await TownAsync();
        await using (var tab = await OpenAsync(site, board, member))
        {
            await WriteAsync(tab.Page, "A long text that took an hour", title: "An hour");
            await SavedAsync(tab.Page);
            // A second later the tab dies, before the server had these words.
            await tab.Page.RouteAsync("**/drafts", route => route.AbortAsync());
            await WriteAsync(tab.Page, "A long text that took an hour, and more");
            await Soon.IsAsync(() => tab.Page.EvaluateAsync<bool>($"localStorage.getItem('draft:board-{board}')?.endsWith('more') === true"), "the text in the browser");
            var again = new Tab(await tab.Page.Context.NewPageAsync());
            await tab.Page.CloseAsync();
            await again.Page.GotoAsync($"/boards/{board}/new");
            await Assertions.Expect(again.Page.Locator(Field)).ToHaveValueAsync("A long text that took an hour, and more");
            // What the browser had kept goes to the server now that it can.
            await Soon.IsAsync(() => site.Rows(db => db.Drafts.AnyAsync(d => d.Key == $"board-{board}" && d.Body.EndsWith("more"))), "the text on the server");
        }
        await using var elsewhere = await OpenAsync(site, board, member);
        await Assertions.Expect(elsewhere.Page.Locator(".note.offer")).ToBeVisibleAsync();
        await elsewhere.Page.ClickAsync(".note.offer a");
        await elsewhere.Page.ArriveAsync("**draft=1");
        await Assertions.Expect(elsewhere.Page.Locator(Field)).ToHaveValueAsync("A long text that took an hour, and more");
        await Assertions.Expect(elsewhere.Page.Locator("[name=Title]")).ToHaveValueAsync("An hour");
        await Assertions.Expect(elsewhere.Page.Locator(".editor[data-ready]")).ToBeAttachedAsync();
        await elsewhere.Page.ClickAsync(".send .go");
        await elsewhere.Page.ArriveAsync("**/threads/*");
        await NewFormIsEmptyAsync(elsewhere.Page, board);
    }

    [Fact]
    public async Task The_older_device_asks_before_it_overwrites_the_newer()
    {
        var (site, board, member) = await TownAsync();
        await using var desk = await OpenAsync(site, board, member);
        await using var phone = await OpenAsync(site, board, member);
        await WriteAsync(desk.Page, "On the desk");
        await SavedAsync(desk.Page);
        await WriteAsync(phone.Page, "On the phone");
        await Assertions.Expect(phone.Page.Locator($"{State} button")).ToBeVisibleAsync();
        Assert.Equal("On the desk", await site.Rows(db => db.Drafts.Where(d => d.Key == $"board-{board}").Select(d => d.Body).SingleAsync()));
        await phone.Page.ClickAsync($"{State} button");
        await SavedAsync(phone.Page);
        Assert.Equal("On the phone", await site.Rows(db => db.Drafts.Where(d => d.Key == $"board-{board}").Select(d => d.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_page_of_yesterday_saves_its_draft_with_a_new_token()
    {
        var (site, board, member) = await TownAsync();
        await using var tab = await OpenAsync(site, board, member);
        await tab.Page.EvaluateAsync("document.querySelector('#write [name=__RequestVerificationToken]').value = 'yesterday'");
        await WriteAsync(tab.Page, "With an old token");
        await SavedAsync(tab.Page);
        await tab.Page.FillAsync("[name=Title]", "Posted with the new token");
        await tab.Page.ClickAsync(".send .go");
        await tab.Page.ArriveAsync("**/threads/*");
    }

    [Fact]
    public async Task The_quick_reply_takes_its_draft_along_and_begins_anew()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}", member);
        var page = tab.Page;
        await page.ClickAsync("#reply textarea");
        await Assertions.Expect(page.Locator(".editor[data-ready]")).ToBeAttachedAsync();
        foreach (var floor in (int[])[2, 3])
        {
            await page.FillAsync("#reply textarea", $"Answer {floor}");
            await SavedAsync(page);
            await page.ClickAsync("#reply .btn.go");
            await Assertions.Expect(page.Locator($"#floor-{floor}")).ToContainTextAsync($"Answer {floor}");
            Assert.Empty(await site.Rows(db => db.Drafts.Where(d => d.Key == $"reply-{thread.Id}").ToListAsync()));
        }
        tab.HasNoComplaints();
    }

    private static async Task<(Site Site, int Board, Visitor Member)> TownAsync()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        return (site, (await site.BoardAsync()).Id, await site.NewVisitorAsync());
    }

    private async Task<Tab> OpenAsync(Site site, int board, Visitor member)
    {
        var tab = await chromium.ReadAsync(site, $"/boards/{board}/new", member);
        await Assertions.Expect(tab.Page.Locator(".rich")).ToBeVisibleAsync();
        return tab;
    }

    private static async Task WriteAsync(IPage page, string text, string? title = null)
    {
        if (title is not null) await page.FillAsync("[name=Title]", title);
        await page.FillAsync(Field, text);
    }

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.Locator(State)).ToContainTextAsync("Draft saved");

    private static Task SignInAsync(Site site, IPage page, Visitor member) => page.Context.AddCookiesAsync(
        member.Cookies.GetCookies(site.Url).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Url.ToString() }));

    private static async Task NewFormIsEmptyAsync(IPage page, int board)
    {
        await page.GotoAsync($"/boards/{board}/new");
        await Assertions.Expect(page.Locator(".editor[data-ready]")).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(".note.offer")).ToHaveCountAsync(0);
    }
}
