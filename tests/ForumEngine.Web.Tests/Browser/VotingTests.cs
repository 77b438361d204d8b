using ForumEngine.Web.Tests.Polls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>A vote takes the poll's place; more places for options come into the form.</summary>
public sealed class VotingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_vote_shows_the_results_where_the_form_was()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var (thread, _) = await PollPageTests.PollAsync(site, afterVote: true);
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread}", member);
        var page = tab.Page;
        await tab.MarkAsync();
        await Assertions.Expect(page.Locator("#poll .got")).ToHaveCountAsync(0);
        await page.Locator("#poll [name=Choices]").Nth(1).CheckAsync();
        await page.ClickAsync("#poll .btn.go");
        await Assertions.Expect(page.Locator("#poll .mine")).ToContainTextAsync("Two");
        await Assertions.Expect(page.Locator("#poll .got").Nth(1)).ToContainTextAsync("100.00%");
        await Assertions.Expect(page.Locator("#poll form")).ToHaveCountAsync(0);
        await tab.FocusIsInAsync("#poll");
        await tab.StayedAsync();
        tab.HasNoComplaints();
        Assert.Equal(1, await site.Rows(db => db.PollBallots.CountAsync(b => b.ThreadId == thread)));
    }

    [Fact]
    public async Task Places_for_options_are_added_without_losing_a_word()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/boards/{board.Id}/new", member);
        var page = tab.Page;
        await tab.MarkAsync();
        await page.FillAsync("#Title", "A title that stays");
        await page.ClickAsync("#poll-fields summary");
        await page.Locator("[name=PollOptions]").Nth(3).FillAsync("The fourth");
        await page.ClickAsync("[name=AddPollOption]");
        await Assertions.Expect(page.Locator("[name=PollOptions]")).ToHaveCountAsync(6);
        await Assertions.Expect(page.Locator("[name=PollOptions]").Nth(3)).ToHaveValueAsync("The fourth");
        await Assertions.Expect(page.Locator("#Title")).ToHaveValueAsync("A title that stays");
        await tab.StayedAsync();
    }
}
