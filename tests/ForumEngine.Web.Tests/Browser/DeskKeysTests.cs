using System.Diagnostics;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Reports;
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
        await page.WaitForFunctionAsync("document.documentElement.classList.contains('swaps')");
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
            await page.WaitForFunctionAsync("!document.documentElement.querySelector('[aria-busy=true]')");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Cases} reports closed by keyboard in {clock.Elapsed.TotalSeconds:0.0} s");
        await tab.StayedAsync();
        Assert.Equal(Cases, await site.Rows(db => db.ReportCases.CountAsync(c => c.ClosedAt != null)));
        Assert.Equal(Cases / 2, await site.Rows(db => db.ReportCases.CountAsync(c => c.Decision == "delete")));
        tab.HasNoComplaints();
    }
}
