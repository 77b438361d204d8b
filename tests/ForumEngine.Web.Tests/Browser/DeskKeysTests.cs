using System.Diagnostics;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>An evening's work at the desk, by keys alone.</summary>
public sealed class DeskKeysTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Cases = 40;

    [Fact]
    public async Task Forty_reports_are_closed_by_keyboard_without_leaving_the_page()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var board = await site.BoardAsync("市集");
        var author = await site.MemberAsync("卖东西的人");
        var reader = await site.ViewerAsync("举报的人");
        await site.SetAsync("Posting.ReportsPerHour", "0");
        for (var i = 0; i < Cases; i++)
        {
            var thread = await site.ThreadAsync(board, author, $"第 {i + 1} 块手表");
            var post = await site.Rows(db => db.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
            Assert.Empty(await site.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(reader, post, CaseCategory.Spam, "广告", default)));
        }
        var moderator = await site.MemberAsync("值班的人", Group.Moderators);
        await site.ModeratorAsync(board, moderator);
        using var staff = await site.VisitorAsync(moderator, "zh-CN");
        await using var tab = await chromium.ReadAsync(site, "/desk/reports", staff);
        var page = tab.Page;
        await page.SaysAsync("document.documentElement.classList.contains('swaps')");
        await tab.MarkAsync();

        var clock = Stopwatch.StartNew();
        await page.Keyboard.PressAsync("j");
        await page.WaitForURLAsync("**/desk/reports/*");
        for (var left = Cases; left > 0; left--)
        {
            var before = page.Url;
            await Assertions.Expect(page.Locator("#case [data-key=a]")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync(left % 2 == 0 ? "a" : "d");
            await page.WaitForURLAsync(url => url != before);
            await page.SaysAsync("!document.documentElement.querySelector('[aria-busy=true]')");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Cases} reports closed by keyboard in {clock.Elapsed.TotalSeconds:0.0} s");
        await tab.StayedAsync();
        Assert.Equal(Cases / 2, await site.Rows(db => db.Threads.CountAsync(t => t.State == ContentState.Recycled)));
        // The last was a deletion; u brings it back, and again the one before.
        for (var back = 1; back <= 2; back++)
        {
            await Assertions.Expect(page.Locator("[data-key=u]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("u"), r => r.Request.Method == "POST" && r.Url.EndsWith("/undo", StringComparison.Ordinal));
            await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            Assert.Equal((Cases / 2) - back, await site.Rows(db => db.Threads.CountAsync(t => t.State == ContentState.Recycled)));
        }
        await tab.StayedAsync();
        Assert.Equal(Cases, await site.Rows(db => db.ReportCases.CountAsync(c => c.ClosedAt != null)));
        Assert.Equal(Cases / 2, await site.Rows(db => db.ReportCases.CountAsync(c => c.Decision == "delete")));
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task The_form_of_a_sanction_shows_the_parts_of_a_profile_that_go_with_its_kind()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var founder = await site.FounderAsync();
        await using var tab = await chromium.ReadAsync(site, "/desk/sanctions/new?kind=mute", founder);
        var page = tab.Page;
        async Task<string> PartsAsync() => string.Join(' ', await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[data-with]')].filter(l => l.offsetParent).map(l => l.querySelector('input').name.slice(7) + (l.querySelector('input').checked ? '+' : ''))"));
        await Assertions.Expect(page.Locator("[data-with] [data-no-script]").First).ToBeHiddenAsync();
        Assert.Equal("Avatar Signature Bio Title", await PartsAsync());
        await page.SelectOptionAsync("[name=Kind]", "nolinks");
        Assert.Equal("Signature+ Bio", await PartsAsync());
        await page.SelectOptionAsync("[name=Kind]", "block");
        Assert.Equal("Avatar+ Signature+ Bio Title", await PartsAsync());
        await page.SelectOptionAsync("[name=Kind]", "lock");
        Assert.Equal("", await PartsAsync());
        tab.HasNoComplaints();
    }
}
