using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Sanctions;

public sealed class SanctionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_muted_member_reads_but_does_not_reply_until_the_last_second(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var member = await forum.MemberAsync("loud");
        Assert.Null((await MuteAsync(forum, await forum.AdministratorAsync(), "loud", null, "1")).Refusal);
        await Expect(false);
        forum.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await Expect(false);
        forum.Clock.Advance(TimeSpan.FromSeconds(1));
        await Expect(true);

        async Task Expect(bool mayReply)
        {
            var (who, node) = (await forum.ViewerAsync(member), await NodeAsync(forum, board));
            Assert.True(who.May(BoardRight.View, node));
            Assert.Equal(mayReply, who.May(BoardRight.Reply, node));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lifting_restores_and_both_are_logged_and_told(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var member = await forum.MemberAsync("loud");
        var staff = await forum.AdministratorAsync();
        var id = (await MuteAsync(forum, staff, "LOUD", null, "0")).Value;
        Assert.Equal("ReasonMissing", (await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(staff, id, " ", default)))!.Code);
        Assert.Null(await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(staff, id, "apologised", default)));
        Assert.Equal("SanctionNotActive", (await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(staff, id, "again", default)))!.Code);

        var who = await forum.ViewerAsync(member);
        Assert.True(who.May(BoardRight.Reply, await NodeAsync(forum, board)));
        Assert.Equal(2, who.Unread);
        Assert.Equal([NoticeKind.Sanctioned, NoticeKind.SanctionLifted],
            await forum.Rows(d => d.Notices.OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync()));
        Assert.Equal(["member.mute", "member.unsanction"],
            await forum.Rows(d => d.StaffActs.Where(a => a.MemberId == member.Id).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_board_moderator_mutes_in_their_board_and_nowhere_else(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (mine, other) = (await forum.BoardAsync("Mine"), await forum.BoardAsync("Other"));
        var moderator = await forum.MemberAsync("keeper", Group.Moderators);
        await forum.ModeratorAsync(mine, moderator);
        var member = await forum.MemberAsync("loud");
        var who = await forum.ViewerAsync(moderator);
        Assert.Equal("OnlyInYourBoards", (await MuteAsync(forum, who, "loud", null, "1")).Refusal!.Code);
        Assert.Equal("OnlyInYourBoards", (await MuteAsync(forum, who, "loud", other, "1")).Refusal!.Code);
        Assert.Null((await MuteAsync(forum, who, "loud", mine, "1")).Refusal);
        var muted = await forum.ViewerAsync(member);
        Assert.False(muted.May(BoardRight.Reply, await NodeAsync(forum, mine)));
        Assert.True(muted.May(BoardRight.Reply, await NodeAsync(forum, other)));
    }

    [Fact]
    public async Task A_block_of_one_board_closes_it_and_leaves_the_rest()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (closed, open) = (await forum.BoardAsync("Closed"), await forum.BoardAsync("Open"));
        var member = await forum.MemberAsync("loud");
        var wish = new NewSanction("loud", SanctionKind.Block, closed.Id, "3", null, "fraud");
        Assert.Null((await IssueAsync(forum, await forum.AdministratorAsync(), wish)).Refusal);
        var who = await forum.ViewerAsync(member);
        Assert.Null(who.VisitingBarredBy());
        Assert.False(who.May(BoardRight.View, await NodeAsync(forum, closed)));
        Assert.True(who.May(BoardRight.View, await NodeAsync(forum, open)));
    }

    [Fact]
    public async Task Bad_input_is_refused_at_its_field()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.MemberAsync("loud");
        var staff = await forum.AdministratorAsync();
        var good = new NewSanction("loud", SanctionKind.Mute, null, "3", null, "spam");
        Assert.Equal("UserName", (await IssueAsync(forum, staff, good with { UserName = "nobody" })).Refusal!.Field);
        Assert.Equal("BoardId", (await IssueAsync(forum, staff, good with { BoardId = 999 })).Refusal!.Field);
        Assert.Equal("Reason", (await IssueAsync(forum, staff, good with { Reason = "  " })).Refusal!.Field);
        Assert.Equal("Reason", (await IssueAsync(forum, staff, good with { Reason = new string('x', 501) })).Refusal!.Field);
        Assert.Equal("Days", (await IssueAsync(forum, staff, good with { Days = "x" })).Refusal!.Field);
        Assert.Equal("EvidencePostIds", (await IssueAsync(forum, staff, good with { EvidencePostIds = "1,2" })).Refusal!.Field);
        Assert.Equal("RuleId", (await IssueAsync(forum, staff, good with { RuleId = 999 })).Refusal!.Field);
        Assert.Equal("EndsAt", (await IssueAsync(forum, staff, good with { EndsAt = "2001-01-01T00:00" })).Refusal!.Field);
        Assert.Equal("UserName", (await IssueAsync(forum, await forum.ViewerAsync(await forum.MemberAsync("chief", Group.Administrators)), good with { UserName = "chief" })).Refusal!.Field);
        Assert.Equal(0, await forum.Rows(d => d.Sanctions.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task The_same_sanction_issued_twice_in_parallel_is_one_and_a_longer_one_stacks(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.MemberAsync("loud");
        var (one, two) = (await forum.AdministratorAsync(), await forum.ViewerAsync(await forum.MemberAsync("second", Group.Administrators)));
        var both = await Task.WhenAll(MuteAsync(forum, one, "loud", null, "3"), MuteAsync(forum, two, "loud", null, "3"));
        Assert.Equal("SanctionCovered", Assert.Single(both, b => b.Refusal is not null).Refusal!.Code);
        Assert.Equal("SanctionCovered", (await MuteAsync(forum, one, "loud", await forum.BoardAsync(), "1")).Refusal!.Code);
        Assert.Null((await MuteAsync(forum, one, "loud", null, "30")).Refusal);
        Assert.Equal((2, 2, 2), await forum.Rows(async d => (await d.Sanctions.CountAsync(), await d.Notices.CountAsync(n => n.SanctionId != null), await d.LedgerEntries.CountAsync())));
    }

    [Theory, EveryDatabase]
    public async Task Links_are_refused_where_a_sanction_forbids_them_and_nowhere_else(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (closed, open) = (await forum.BoardAsync("Closed"), await forum.BoardAsync("Open"));
        var member = await forum.MemberAsync("loud");
        var (here, there) = (await forum.ThreadAsync(closed, member), await forum.ThreadAsync(open, member));
        Assert.Null((await IssueAsync(forum, await forum.AdministratorAsync(), new("loud", SanctionKind.NoLinks, closed.Id, "3", null, "advertising"))).Refusal);
        var who = await forum.ViewerAsync(member);
        foreach (var text in (string[])["see https://example.com/a", "[url=https://example.com]this[/url]", "[img]https://example.com/a.png[/img]", "[email]a@example.com[/email]"])
        {
            var refused = (await forum.ReplyAsync(who, here, text)).Refusal!;
            Assert.Equal(("NoLinksUntil", "Body", "advertising"), (refused.Code, refused.Field, refused.Arguments[0]));
            Assert.Null((await forum.ReplyAsync(who, there, text)).Refusal);
        }
        var written = (await forum.ReplyAsync(who, here, "@someone and [b]plain words[/b] /threads/1")).Value;
        Assert.Equal("NoLinksUntil", (await forum.EditAsync(who, written.PostId, "now http://example.com")).Refusal!.Code);
        Assert.Equal("NoLinksUntil", (await forum.StartAsync(who, closed, "Title", "http://example.com")).Refusal!.Code);
        Assert.Null(await forum.Use<ForumEngine.Posts.ChangeSignature, Refusal?>(c => c.RunAsync(who, "", default)));
        Assert.NotNull(who.LinksBarredBy([closed.Id]));
        Assert.Null(who.LinksBarredBy([open.Id]));
    }

    [Fact]
    public async Task A_review_of_one_board_holds_there_until_its_end()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (watched, open) = (await forum.BoardAsync("Watched"), await forum.BoardAsync("Open"));
        var member = await forum.MemberAsync("loud");
        var id = (await IssueAsync(forum, await forum.AdministratorAsync(), new("loud", SanctionKind.Review, watched.Id, "3", null, "off topic"))).Value;
        var who = await forum.ViewerAsync(member);
        Assert.Equal(id, who.ReviewedBy([watched.Id])?.Id);
        Assert.Null(who.ReviewedBy([open.Id]));
        Assert.True(who.May(BoardRight.Reply, await NodeAsync(forum, watched)));
        forum.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Null((await forum.ViewerAsync(member)).ReviewedBy([watched.Id]));
    }

    private static Task<Outcome<int>> MuteAsync(Forum forum, Viewer who, string name, Board? board, string days) =>
        IssueAsync(forum, who, new NewSanction(name, SanctionKind.Mute, board?.Id, days, null, "noise"));

    private static Task<Outcome<int>> IssueAsync(Forum forum, Viewer who, NewSanction wish) =>
        forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(who, wish, default));

    private static async Task<BoardNode> NodeAsync(Forum forum, Board board) =>
        (await forum.Service<BoardTrees>().CurrentAsync(default)).Find(board.Id)!;
}
