using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What the town shows of sanctions: one with evidence under appeal, one that its member may appeal, one of the engine's own.</summary>
internal sealed record TownSanctions(int Appealed, int Appeal, int Appealable)
{
    public static async Task<TownSanctions> AddAsync(Site site, Member moderator, Member member, Board board, Board empty)
    {
        var founder = await site.ViewerAsync(await site.Rows(db => db.Members.SingleAsync(m => m.IsFounder)));
        var staff = await site.ViewerAsync(moderator);
        var seller = await site.MemberAsync("露营装备批发");
        var loud = await site.ViewerAsync(seller);
        var post = (await site.StartAsync(loud, board, "露营装备转让", "先付 [b]200[/b] 保证金，周五包邮，过期不候。")).Value.PostId;
        var appealed = await IssueAsync(staff, new(seller.UserName!, SanctionKind.Mute, board.Id, "30", null, "冒充邻居收取保证金，三人举报，证据属实") { RuleId = 8, EvidencePostIds = $"{post}" });
        Assert.Null(await site.Use<AppealSanction, Refusal?>(a => a.RunAsync(loud, seller.Id, appealed, "保证金已经退了，买家可以作证。\n请再看一下。", default)));
        var appealable = await IssueAsync(founder, new(member.UserName!, SanctionKind.NoLinks, empty.Id, "7", null, "连续发布推广链接") { RuleId = 10 });
        return new(appealed, await site.Rows(db => db.Appeals.Select(a => a.Id).SingleAsync()), appealable);

        async Task<int> IssueAsync(Viewer who, NewSanction wish) => (await site.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(who, wish, default))).Value;
    }
}
