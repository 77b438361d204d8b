using System.Diagnostics;
using ForumEngine.Groups;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What waits for review, approved by keys alone.</summary>
public sealed class QueueKeysTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Waiting = 40;

    [Fact]
    public async Task Forty_posts_are_approved_by_keyboard_and_the_next_one_opens_by_itself()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.WithoutWaitingAsync();
        var board = await site.BoardAsync("新人报到");
        var thread = await site.ThreadAsync(board, await site.MemberAsync("楼主"));
        var writer = await site.MemberAsync("新来的人");
        await site.SanctionAsync(writer, SanctionKind.Review, board);
        var who = await site.ViewerAsync(writer);
        for (var i = 1; i <= Waiting; i++) Assert.NotNull((await site.ReplyAsync(who, thread, $"第 {i} 次自我介绍")).Value.PendingId);
        var moderator = await site.MemberAsync("值班的人", Group.Moderators);
        await site.ModeratorAsync(board, moderator);
        using var staff = await site.VisitorAsync(moderator, "zh-CN");
        await using var tab = await chromium.ReadAsync(site, $"/desk/queue/{await site.Rows(db => db.PendingPosts.MinAsync(p => p.Id))}", staff);
        var page = tab.Page;

        var clock = Stopwatch.StartNew();
        for (var left = Waiting; left > 0; left--)
        {
            var before = page.Url;
            await Assertions.Expect(page.GetByText($"第 {Waiting - left + 1} 次自我介绍", new() { Exact = true }).First).ToBeVisibleAsync();
            await page.SaysAsync("document.documentElement.classList.contains('swaps') && !document.documentElement.querySelector('[aria-busy=true]')");
            await page.Keyboard.PressAsync("a");
            await page.WaitForURLAsync(url => url != before);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Waiting} posts approved by keyboard in {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal((0, Waiting), await site.Rows(async db => (await db.PendingPosts.CountAsync(), await db.Threads.Where(t => t.Id == thread.Id).Select(t => t.Replies).SingleAsync())));
        Assert.Equal(Waiting, await site.Rows(db => db.StaffActs.CountAsync(a => a.Act == "post.approve" && a.ActorId == moderator.Id)));
        tab.HasNoComplaints();
    }
}
