using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What waits in the town, the words and policies by which it does, and a dry run that is done.</summary>
internal static class TownReview
{
    public sealed record Made(long Pending, long Own, int Word, int Policy, int DryRun);

    public static async Task<Made> AddAsync(Site site, Board board, Thread thread, Member member, Member writer)
    {
        foreach (var (text, action, category) in (IEnumerable<(string, WordAction, string)>)[("代开发票", WordAction.Review, "广告"), ("刷单兼职", WordAction.Reject, "广告"), ("傻瓜", WordAction.Replace, "言辞"), ("办证明", WordAction.Allow, "")])
            Assert.Empty(await site.Use<SaveWord, IReadOnlyList<Refusal>>(s => s.RunAsync(site.System, new Word { Text = text, Key = "", Action = action, Category = category, Options = WordRules.UsualOptions(text) }, default)));
        await site.Rows(db => db.Sanctions.Where(s => s.MemberId == writer.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LiftedAt, site.Now)));
        site.Service<Viewers>().Forget(writer.Id);
        var pending = (await site.ReplyAsync(await site.ViewerAsync(writer), thread, "楼上需要[b]代开[/b]发票的可以找我，价格公道，[b]长期有效[/b]。")).Value.PendingId!.Value;
        await site.Rows(db => db.Sanctions.Where(s => s.MemberId == writer.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LiftedAt, (DateTime?)null)));
        site.Service<Viewers>().Forget(writer.Id);
        var own = (await site.StartAsync(await site.ViewerAsync(member), board, "请问哪里能代开发票", "单位报销要用，求推荐。")).Value.PendingId!.Value;
        Assert.Null(await site.Use<RejectPending, Refusal?>(r => r.RunAsync(site.System, own, null, "与版块主题无关", default)));
        Assert.Empty(await site.Use<SavePolicy, IReadOnlyList<Refusal>>(s => s.RunAsync(site.System, new ReviewPolicy { Name = "夜里的新会员", OnReplies = true, FromMinute = 1380, ToMinute = 360, NewDays = 7, Boards = $"{board.Id}", Groups = "10" }, default)));
        var run = (await site.Use<StartDryRun, Outcome<int>>(s => s.RunAsync(site.System, DryRunKind.Words, null, 365, default))).Value;
        await site.Service<RunDryRuns>().RunAsync(default);
        await site.Service<WordHits>().RunAsync(default);
        return new Made(pending, own, await site.Rows(db => db.Words.MinAsync(w => w.Id)), await site.Rows(db => db.ReviewPolicies.Select(p => p.Id).SingleAsync()), run);
    }
}
