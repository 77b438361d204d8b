using System.Net;
using ForumEngine.Addresses;
using ForumEngine.Boards;
using ForumEngine.Checks;
using ForumEngine.Cleaning;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Cleaning;

public sealed class SweepTests
{
    [Theory, EveryDatabase]
    public async Task One_act_clears_sanctions_and_bans_and_one_takes_all_back_while_members_keep_posting(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var (spammer, friend) = (await forum.ViewerAsync("spammer"), await forum.ViewerAsync("friend"));
        var talk = await ThreadOfAsync(forum, friend, board, "A quiet talk");
        for (var i = 0; i < 12; i++)
        {
            Assert.Null((await forum.ReplyAsync(spammer, talk, $"Buy this {i}")).Refusal);
            if (i % 3 == 0) Assert.Null((await forum.ReplyAsync(friend, await ThreadOfAsync(forum, spammer, board, $"Cheap {i}"), "Please stop")).Refusal);
        }
        await forum.RunJobsAsync();
        var before = await CountsAsync(forum);
        var staff = await forum.AdministratorAsync();

        var order = new SweepOrder(Of("spammer"), null, "spam wave")
        {
            Sanction = SanctionKind.Block,
            SanctionDays = "0",
            Ban = new NewAddressBan("203.0.113.0/24", AddressScope.Writing, "30", ""),
        };
        var id = (await RunAsync(forum, staff, order)).Value;
        // Members write while the job is under way.
        await Task.WhenAll(SettleAsync(forum), Task.WhenAll(Enumerable.Range(0, 5).Select(i => forum.ReplyAsync(friend, talk, $"Still here {i}"))));
        await SettleAsync(forum);
        Assert.Equal(0, await forum.Rows(d => d.Posts.CountAsync(p => p.AuthorId == spammer.MemberId && p.State == ContentState.Published && d.Threads.Any(t => t.Id == p.ThreadId && t.State == ContentState.Published))));
        Assert.Equal(6, await forum.Rows(d => d.Threads.Where(t => t.Id == talk.Id).Select(t => t.Replies + 1).SingleAsync()));
        Assert.NotNull((await LaterAsync(forum, spammer)).VisitingBarredBy());
        Assert.Single(await forum.Rows(d => d.AddressBans.ToListAsync()));
        Assert.Single(await forum.Rows(d => d.StaffActs.Where(a => a.Act == "clean.run").ToListAsync()));
        await HoldsAsync(forum);

        Assert.Null(await forum.Use<UndoSweep, Refusal?>(u => u.RunAsync(staff, id, "", default)));
        await forum.RunJobsAsync();
        Assert.Equal("NotYourSweep", (await forum.Use<UndoSweep, Refusal?>(u => u.RunAsync(staff, id, "", default)))!.Code);
        Assert.Null((await LaterAsync(forum, spammer)).VisitingBarredBy());
        Assert.Empty(await forum.Rows(d => d.AddressBans.ToListAsync()));
        Assert.Equal(before with { Posts = before.Posts + 5 }, await CountsAsync(forum));
        await HoldsAsync(forum);
    }

    [Theory, EveryDatabase]
    public async Task Posts_are_found_by_member_address_word_and_time_a_page_at_a_time(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (board, other) = (await forum.BoardAsync("One"), await forum.BoardAsync("Other"));
        var (one, two) = (await forum.MemberAsync("one"), await forum.MemberAsync("two"));
        var first = await forum.ThreadAsync(board, one, "About lamps", replies: 59);
        await forum.ThreadAsync(other, two, "Lamps for sale");
        await forum.Rows(d => d.Posts.Where(p => p.ThreadId == first.Id && p.Floor > 50).ExecuteUpdateAsync(p => p.SetProperty(x => x.Address, IPAddress.Parse("203.0.113.7").MapToIPv6().GetAddressBytes())));
        await forum.Rows(d => d.Posts.Where(p => p.ThreadId == first.Id && p.Floor == 60).ExecuteUpdateAsync(p => p.SetProperty(x => x.CreatedAt, forum.Now.AddDays(-20))));
        var staff = await forum.AdministratorAsync();

        var page = (await PreviewAsync(forum, staff, Of("one"))).Value;
        Assert.Equal((50, 59, 1, "one"), (page.Hits.Count, page.Total, page.Threads, Assert.Single(page.Authors).Name));
        var rest = (await PreviewAsync(forum, staff, Of("one"), page.Next)).Value;
        Assert.Equal(9, rest.Hits.Count);
        Assert.Empty(rest.Hits.Select(h => h.PostId).Intersect(page.Hits.Select(h => h.PostId)));
        Assert.Null(rest.Next);
        Assert.Equal(60, (await PreviewAsync(forum, staff, Of("one") with { Days = "0" })).Value.Total);
        Assert.Equal(9, (await PreviewAsync(forum, staff, new SweepFilter(null, "203.0.113.*", null, null, null))).Value.Total);
        Assert.Equal(0, (await PreviewAsync(forum, staff, new SweepFilter(null, "203.0.112.0/24", null, null, null))).Value.Total);
        Assert.Equal(2, (await PreviewAsync(forum, staff, new SweepFilter(null, null, "amps", null, null))).Value.Total);
        Assert.Equal(1, (await PreviewAsync(forum, staff, new SweepFilter(null, null, "amps", other.Id, null))).Value.Total);
        Assert.Equal(0, (await PreviewAsync(forum, staff, new SweepFilter("two", "203.0.113.7", null, null, null))).Value.Total);
        foreach (var (filter, field) in ((SweepFilter, string)[])
            [(new(null, null, null, null, null), "Member"), (Of("nobody"), "Member"), (new(null, "x", null, null, null), "Address"), (new(null, "::/0", null, null, null), "Address"),
             (new(null, null, "a", null, null), "Keyword"), (Of("one") with { Days = "x" }, "Days"), (Of("one") with { BoardId = 9999 }, "BoardId")])
            Assert.Equal(field, (await PreviewAsync(forum, staff, filter)).Refusal!.Field);
    }

    [Fact]
    public async Task Nobody_cleans_beyond_their_boards_their_days_or_their_rank()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.ChangeGroupsAsync(d => d.GroupRules.Add(new GroupRule { GroupId = Group.Moderators, Right = nameof(StaffRight.MassClean), Value = 1 }));
        var (mine, other) = (await forum.BoardAsync("Mine"), await forum.BoardAsync("Other"));
        var (keeper, peer, spammer) = (await forum.MemberAsync("keeper", Group.Moderators), await forum.MemberAsync("peer", Group.Moderators), await forum.MemberAsync("spammer"));
        await forum.ModeratorAsync(mine, keeper);
        var who = await forum.ViewerAsync(keeper);
        await forum.ThreadAsync(mine, spammer);
        await forum.ThreadAsync(other, spammer);
        await forum.ThreadAsync(mine, peer);
        var hidden = await forum.ThreadAsync(mine, spammer, "Nameless");
        await forum.Rows(d => d.Posts.Where(p => p.ThreadId == hidden.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsAnonymous, true)));
        var found = (await PreviewAsync(forum, who, new SweepFilter(null, null, "Text of", null, null))).Value;
        Assert.Equal(2, found.Total);
        Assert.Equal([null, spammer.Id], found.Hits.Select(h => h.AuthorId).Order());
        Assert.Equal(0, (await PreviewAsync(forum, who, Of("peer"))).Value.Total);
        Assert.Equal("Days", (await PreviewAsync(forum, who, Of("spammer") with { Days = "8" })).Refusal!.Field);
        Assert.Equal("Days", (await PreviewAsync(forum, who, Of("spammer") with { Days = "0" })).Refusal!.Field);
        Assert.Equal("Days", (await PreviewAsync(forum, await forum.ViewerAsync("super", Group.SuperModerators), Of("spammer") with { Days = "15" })).Refusal!.Field);
        Assert.Equal("NeedsStaffRight", (await PreviewAsync(forum, await forum.ViewerAsync(spammer), Of("peer"))).Refusal!.Code);
        var all = new SweepOrder(Of("spammer"), null, "spam");
        Assert.Equal("Range", (await RunAsync(forum, who, all with { Ban = new NewAddressBan("203.0.113.0/24", AddressScope.Writing, "1", "") })).Refusal!.Field);
        Assert.Equal("Sanction", (await RunAsync(forum, who, all with { Sanction = SanctionKind.Lock, SanctionDays = "1" })).Refusal!.Field);
        Assert.Equal("SanctionDays", (await RunAsync(forum, await forum.AdministratorAsync(), all with { Sanction = SanctionKind.Mute, SanctionDays = "x" })).Refusal!.Field);
        Assert.Equal("NothingToClean", (await RunAsync(forum, who, all with { Chosen = [] })).Refusal!.Code);
        Assert.Equal("Reason", (await RunAsync(forum, who, all with { Reason = "" })).Refusal!.Field);
        Assert.Equal(0, await forum.Rows(d => d.Sweeps.CountAsync()) + await forum.Rows(d => d.Sanctions.CountAsync()));
        var id = (await RunAsync(forum, who, all)).Value;
        await forum.RunJobsAsync();
        Assert.Equal(1, await forum.Rows(d => d.Threads.CountAsync(t => t.AuthorId == spammer.Id && t.State == ContentState.Published)));
        Assert.Equal(Refusal.NotFound, await forum.Use<UndoSweep, Refusal?>(async u => await u.RunAsync(await forum.ViewerAsync(peer), id, "", default)));
    }

    /// <summary>The engine of the clean-up works in steps; thousands of posts are counted exactly.</summary>
    [Theory, EveryDatabase]
    public async Task Thousands_of_posts_go_and_come_back_with_exact_counters(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (board, spammer) = (await forum.BoardAsync(), await forum.MemberAsync("spammer"));
        var friend = await forum.MemberAsync("friend");
        var talk = await forum.ThreadAsync(board, friend, "A talk", replies: 1200);
        await forum.Rows(d => d.Posts.Where(p => p.ThreadId == talk.Id && p.Floor > 1).ExecuteUpdateAsync(p => p.SetProperty(x => x.AuthorId, spammer.Id).SetProperty(x => x.AuthorName, "spammer")));
        for (var i = 0; i < 3; i++) await forum.ThreadAsync(board, spammer, $"Spam {i}", replies: 100);
        await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(true, default));
        var before = await CountsAsync(forum);
        var id = (await RunAsync(forum, await forum.AdministratorAsync(), new SweepOrder(Of("spammer"), null, "spam"))).Value;
        await forum.RunJobsAsync();
        await HoldsAsync(forum);
        Assert.Equal(0, await forum.Rows(d => d.Members.Where(m => m.Id == spammer.Id).Select(m => m.Posts).SingleAsync()));
        Assert.Equal(1203, (await forum.Use<SweepPages, Outcome<SweepView>>(p => p.FindAsync(forum.System, id, default))).Value.Taken);
        Assert.Null(await forum.Use<UndoSweep, Refusal?>(u => u.RunAsync(forum.System, id, "", default)));
        await forum.RunJobsAsync();
        Assert.Equal(before, await CountsAsync(forum));
        await HoldsAsync(forum);
    }

    private sealed record Counts(int Posts, int Threads, string Members, string Replies);

    private static async Task<Counts> CountsAsync(Forum forum)
    {
        await SettleAsync(forum);
        return await forum.Rows(async d => new Counts(
            await d.BoardStats.SumAsync(s => s.Posts), await d.BoardStats.SumAsync(s => s.Threads),
            string.Join(';', await d.Members.Where(m => m.UserName == "spammer").Select(m => $"{m.Threads}/{m.Posts}").ToListAsync()),
            string.Join(';', (await d.Threads.Where(t => t.Title != "A quiet talk").OrderBy(t => t.Id).Select(t => new { t.Replies, t.LastFloor, t.LastPostAt, t.State }).ToListAsync()).Select(t => t.ToString()))));
    }

    /// <summary>Each step asks for the next one.</summary>
    private static async Task SettleAsync(Forum forum)
    {
        do await forum.RunJobsAsync();
        while (await forum.Rows(d => d.Outbox.AnyAsync()));
    }

    private static async Task HoldsAsync(Forum forum)
    {
        await SettleAsync(forum);
        var report = await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(false, default));
        // The builder's members were written behind the counters' back.
        Expect.None(report.Findings.Where(f => !f.Holds && f.Check is not ("site.members" or "site.days")).Select(f => $"{f.Check}: {string.Join("; ", f.Examples)}"));
    }

    private static SweepFilter Of(string member) => new(member, null, null, null, null);

    private static Task<Outcome<SweepPreview>> PreviewAsync(Forum forum, Viewer who, SweepFilter filter, string? after = null) =>
        forum.Use<SweepSearch, Outcome<SweepPreview>>(u => u.PreviewAsync(who, filter, after, default));

    private static Task<Outcome<int>> RunAsync(Forum forum, Viewer who, SweepOrder order) => forum.Use<RunSweep, Outcome<int>>(u => u.RunAsync(who, order, default));

    private static async Task<Thread> ThreadOfAsync(Forum forum, Viewer who, Board board, string title)
    {
        var place = (await forum.StartAsync(who, board, title)).Value;
        return await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == place.ThreadId));
    }

    private static Task<Viewer> LaterAsync(Forum forum, Viewer who)
    {
        forum.Service<Viewers>().Forget(who.MemberId!.Value);
        return forum.Service<Viewers>().ForAsync(who.MemberId, who.Address, who.Port, default).AsTask();
    }
}
