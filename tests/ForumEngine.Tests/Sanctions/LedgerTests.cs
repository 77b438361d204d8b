using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Sanctions;

public sealed class LedgerTests
{
    [Theory, EveryDatabase]
    public async Task Sixteen_who_issue_at_once_make_one_chain(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var members = new List<ForumEngine.Accounts.Member>();
        for (var i = 0; i < 16; i++) members.Add(await forum.MemberAsync($"loud{i}"));
        var staff = await forum.AdministratorAsync();
        await Task.WhenAll(members.Select(m => Task.Run(async () =>
        {
            var id = (await IssueAsync(forum, staff, m.UserName!)).Value;
            Assert.Null(await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(staff, id, "sorry", default)));
        })));
        var entries = await forum.Rows(d => d.LedgerEntries.OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 32).Select(n => (long)n), entries.Select(e => e.Number));
        Assert.Equal(entries.Skip(1).Select((e, i) => LedgerContent.Chain(entries[i].Hash, e.Content)), entries.Skip(1).Select(e => e.Hash));
        Assert.Empty(await WrongAsync(forum));
    }

    [Theory, EveryDatabase]
    public async Task What_is_changed_by_hand_is_found(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var member = await forum.MemberAsync("loud");
        var post = (await forum.StartAsync(await forum.ViewerAsync(member), await forum.BoardAsync(), "Camping gear", "Pay 200 first")).Value.PostId;
        var staff = await forum.AdministratorAsync();
        var id = (await IssueAsync(forum, staff, "loud", $"{post}")).Value;
        await IssueAsync(forum, staff, (await forum.MemberAsync("other")).UserName!);
        await IssueAsync(forum, staff, (await forum.MemberAsync("third")).UserName!);
        Assert.Empty(await WrongAsync(forum));

        await Tampered(d => d.Sanctions.Where(s => s.Id == id), s => s.SetProperty(x => x.Reason, "nothing"), s => s.SetProperty(x => x.Reason, "noise"), "ledger.rows", "reason");
        await Tampered(d => d.Sanctions.Where(s => s.Id == id), s => s.SetProperty(x => x.LiftedAt, forum.Now), s => s.SetProperty(x => x.LiftedAt, (DateTime?)null), "ledger.rows", "lift");
        await Tampered(d => d.EvidencePosts, s => s.SetProperty(x => x.Body, "I paid 200"), s => s.SetProperty(x => x.Body, "Pay 200 first"), "ledger.rows", "evidence");
        var second = await forum.Rows(d => d.LedgerEntries.SingleAsync(e => e.Number == 2));
        await Tampered(d => d.LedgerEntries.Where(e => e.Number == 2), s => s.SetProperty(x => x.Content, second.Content.Replace("noise", "peace")),
            s => s.SetProperty(x => x.Content, second.Content), "ledger.chain", "entry 2 was changed");
        await Tampered(d => d.LedgerEntries.Where(e => e.Number == 2), s => s.SetProperty(x => x.At, second.At.AddDays(-1)), s => s.SetProperty(x => x.At, second.At), "ledger.chain", "columns");
        await forum.Rows(d => d.LedgerEntries.Where(e => e.Number == 3).ExecuteDeleteAsync());
        Assert.Contains(await WrongAsync(forum), w => w.Contains("the last entry is 2", StringComparison.Ordinal));

        async Task Tampered<T>(Func<ForumDb, IQueryable<T>> rows, System.Linq.Expressions.Expression<Func<Microsoft.EntityFrameworkCore.Query.SetPropertyCalls<T>, Microsoft.EntityFrameworkCore.Query.SetPropertyCalls<T>>> change,
            System.Linq.Expressions.Expression<Func<Microsoft.EntityFrameworkCore.Query.SetPropertyCalls<T>, Microsoft.EntityFrameworkCore.Query.SetPropertyCalls<T>>> back, string check, string says) where T : class
        {
            await forum.Rows(d => rows(d).ExecuteUpdateAsync(change));
            Assert.Contains(await WrongAsync(forum), w => w.StartsWith(check, StringComparison.Ordinal) && w.Contains(says, StringComparison.Ordinal));
            await forum.Rows(d => rows(d).ExecuteUpdateAsync(back));
            Assert.Empty(await WrongAsync(forum));
        }
    }

    [Theory, EveryDatabase]
    public async Task Sanctions_older_than_the_ledger_are_entered_before_its_first_act(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var member = await forum.MemberAsync("loud");
        var (ended, active) = (await forum.SanctionAsync(member, SanctionKind.Mute, lasts: TimeSpan.FromDays(1)), await forum.SanctionAsync(member, SanctionKind.Block));
        Assert.Null(await forum.Use<LiftSanction, Refusal?>(async u => await u.RunAsync(await forum.AdministratorAsync(), active.Id, "sorry", default)));
        Assert.Equal([(LedgerAct.Adopted, ended.Id), (LedgerAct.Adopted, active.Id), (LedgerAct.Lifted, active.Id)],
            await forum.Rows(async d => (await d.LedgerEntries.OrderBy(e => e.Number).ToListAsync()).Select(e => (e.Act, e.SanctionId))));
        Assert.Empty(await WrongAsync(forum));
        // One that is slipped in later has no entry, and shows.
        await forum.SanctionAsync(member, SanctionKind.Mute);
        Assert.Contains(await WrongAsync(forum), w => w.Contains("not in the ledger", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task An_act_that_is_rolled_back_leaves_no_gap(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var member = await forum.MemberAsync("loud");
        var staff = await forum.AdministratorAsync();
        await using (var scope = forum.Services.CreateAsyncScope())
        {
            var (d, issue) = (scope.ServiceProvider.GetRequiredService<ForumDb>(), scope.ServiceProvider.GetRequiredService<IssueSanction>());
            await Assert.ThrowsAsync<InvalidOperationException>(() => d.InTransactionAsync(async () =>
            {
                await issue.RunAsync(staff, new SanctionOrder(member.Id, SanctionKind.Mute, null, "three warnings", null) { Cause = "warnings" }, default);
                throw new InvalidOperationException("power cut");
            }, default));
        }
        Assert.Equal(0, await forum.Rows(d => d.Sanctions.CountAsync()));
        await IssueAsync(forum, staff, "loud");
        Assert.Empty(await WrongAsync(forum));
    }

    private static Task<Outcome<int>> IssueAsync(Forum forum, Viewer who, string name, string evidence = "") =>
        forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(who, new NewSanction(name, SanctionKind.Mute, null, "3", null, "noise") { EvidencePostIds = evidence }, default));

    private static async Task<List<string>> WrongAsync(Forum forum)
    {
        var report = await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(repair: false, default));
        return [.. report.Findings.Where(f => f.Check.StartsWith("ledger", StringComparison.Ordinal)).SelectMany(f => f.Examples.Select(e => $"{f.Check}: {e}"))];
    }
}
