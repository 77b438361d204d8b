using ForumEngine.Addresses;
using ForumEngine.Boards;
using ForumEngine.Cleaning;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Warnings;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What the pages against spam show of the town.</summary>
internal static class AntiSpam
{
    public static async Task FillAsync(Site site)
    {
        await BanAsync(site, new NewAddressBan("203.0.113.0/24", AddressScope.Writing, "30", "成批注册的广告号，办证刻章"));
        await BanAsync(site, new NewAddressBan("2001:db8:7:1::/64", AddressScope.Visiting, "0", "扫描漏洞"));
        await BanAsync(site, new NewAddressBan("198.51.100.23", AddressScope.Registering, "7", "同一人反复注册小号"));
        Assert.Null(await site.Use<ChangeMailDomains, Refusal?>(u => u.RunAsync(site.System, new MailDomainTexts("mailinator.example\ntrash*.example.net", "school.example.cn"), default)));
    }

    /// <summary>The first reply of the thread, and the warning's id.</summary>
    public static async Task<(long Post, int Warning)> WarnAsync(Site site, Viewer moderator, Thread thread)
    {
        var post = await site.Rows(db => db.Posts.Where(p => p.ThreadId == thread.Id && p.Floor == 2).Select(p => p.Id).SingleAsync());
        return (post, (await site.Use<WarnMember, Outcome<Warned>>(u => u.PostAsync(moderator, post, new NewWarning("1", "30", "跟帖里骂人，对事不对人"), default))).Value.Id);
    }

    public static async Task<int> SweepAsync(Site site, Board board)
    {
        var spammer = await site.MemberAsync("加微信办证");
        for (var i = 0; i < 3; i++) await site.ThreadAsync(board, spammer, $"专业办证刻章，三天取件 {i}");
        var founder = await site.ViewerAsync(await site.Rows(db => db.Members.SingleAsync(m => m.UserName == Template.Founder)));
        var order = new SweepOrder(new SweepFilter(spammer.UserName, null, null, null, null), null, "批量发布违法广告") { Sanction = SanctionKind.Block, SanctionDays = "0" };
        var done = (await site.Use<RunSweep, Outcome<int>>(u => u.RunAsync(founder, order, default))).Value;
        await site.RunJobsAsync();
        return done;
    }

    private static async Task BanAsync(Site site, NewAddressBan ban) =>
        Assert.Null((await site.Use<BanAddress, Outcome<int>>(u => u.RunAsync(site.System, ban, default))).Refusal);
}
