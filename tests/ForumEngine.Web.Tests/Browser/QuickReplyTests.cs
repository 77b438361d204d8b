using ForumEngine.Sanctions;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>The quick reply in place: what was written appears, what was refused is said, and the text is never lost.</summary>
public sealed class QuickReplyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Box = "#reply textarea";
    private const string Send = "#reply .btn.go";

    [Fact]
    public async Task A_reply_appears_in_place_and_the_form_is_ready_for_the_next_one()
    {
        var (site, thread) = await TownAsync();
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}", member);
        var page = tab.Page;
        await tab.MarkAsync();
        var first = await page.InputValueAsync("#reply [name=SubmissionId]");
        await page.FillAsync(Box, "The first answer");
        await page.ClickAsync(Send);
        await Assertions.Expect(page.Locator("#floor-2")).ToContainTextAsync("The first answer");
        await tab.FocusIsInAsync("#floor-2");
        await Assertions.Expect(page.Locator(".toast[role=status]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(Box)).ToHaveValueAsync("");
        Assert.NotEqual(first, await page.InputValueAsync("#reply [name=SubmissionId]"));

        await page.FillAsync(Box, "The second answer");
        await page.Locator(Box).PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#floor-3")).ToContainTextAsync("The second answer");
        await tab.StayedAsync();
        tab.HasNoComplaints();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(Box)).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(".floor")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task From_an_earlier_page_one_is_brought_to_the_last()
    {
        var (site, thread) = await TownAsync(replies: 30);
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}", member);
        await tab.MarkAsync();
        await tab.Page.FillAsync(Box, "At the end");
        await tab.Page.ClickAsync(Send);
        await tab.FocusIsInAsync("#floor-32");
        Assert.EndsWith("?page=4", tab.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(tab.Page.Locator("#floor-1")).ToHaveCountAsync(0);
        await tab.StayedAsync();
    }

    [Fact]
    public async Task What_is_too_soon_too_short_or_forbidden_is_said_in_place_and_the_text_stays()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        var author = await site.NewMemberAsync();
        using var member = await site.VisitorAsync(author);
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}", member);
        var page = tab.Page;
        await tab.MarkAsync();
        await RefusedAsync(422, "[b] [/b]");

        await site.SetAsync("Posting.FloodSeconds", "60");
        await page.FillAsync(Box, "In time");
        await page.ClickAsync(Send);
        await tab.FocusIsInAsync("#floor-2");
        await RefusedAsync(429, "Too soon");

        await site.SanctionAsync(author, SanctionKind.Mute);
        await RefusedAsync(403, "Words of a muted member");
        await page.ReloadAsync();
        Assert.Single(await page.Locator("#floor-2").AllAsync());

        async Task RefusedAsync(int status, string text)
        {
            await page.FillAsync(Box, text);
            var answer = await page.RunAndWaitForResponseAsync(() => page.ClickAsync(Send), r => r.Request.Method == "POST");
            Assert.Equal(status, answer.Status);
            await Assertions.Expect(page.Locator("#reply [role=alert]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(Box)).ToHaveValueAsync(text);
            await tab.StayedAsync();
        }
    }

    [Fact]
    public async Task An_expired_token_is_renewed_and_an_ended_session_keeps_the_text()
    {
        var (site, thread) = await TownAsync();
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}", member);
        var page = tab.Page;
        await tab.MarkAsync();
        await page.Locator("#reply [name=__RequestVerificationToken]").EvaluateAsync("i => i.value = 'old'");
        await page.FillAsync(Box, "With a new token");
        await page.ClickAsync(Send);
        await Assertions.Expect(page.Locator("#floor-2")).ToContainTextAsync("With a new token");

        await page.Context.ClearCookiesAsync();
        await page.FillAsync(Box, "Written by a stranger");
        await page.ClickAsync(Send);
        await Assertions.Expect(page.Locator("#reply [role=alert] a[href^='/account/login']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(Box)).ToHaveValueAsync("Written by a stranger");
        await tab.StayedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_preview_is_what_the_server_renders_and_posts_nothing(bool scripts)
    {
        var (site, thread) = await TownAsync();
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}", member, scripts: scripts);
        var page = tab.Page;
        await page.FillAsync(Box, "[b]Bold[/b] words");
        await page.ClickAsync("#reply [name=Preview]");
        await Assertions.Expect(page.Locator(".preview strong, .preview b").First).ToHaveTextAsync("Bold");
        await Assertions.Expect(page.Locator("textarea[name=Body]")).ToHaveValueAsync("[b]Bold[/b] words");
        Assert.Equal(scripts, new Uri(page.Url).AbsolutePath == $"/threads/{thread.Id}");

        await page.GotoAsync($"/threads/{thread.Id}/reply");
        if (scripts) await tab.ReadyAsync();
        await page.FillAsync("textarea[name=Body]", "[i]Slanted[/i] words");
        await page.ClickAsync("[name=Preview]");
        await Assertions.Expect(page.Locator(".preview em, .preview i").First).ToHaveTextAsync("Slanted");
        await page.GotoAsync($"/threads/{thread.Id}");
        await Assertions.Expect(page.Locator(".floor")).ToHaveCountAsync(1);
        tab.HasNoComplaints();
    }

    private static async Task<(Site Site, Thread Thread)> TownAsync(int replies = 0)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        return (site, await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), replies: replies));
    }
}
