using ForumEngine.Groups;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Warnings;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Warnings;

public sealed class WarningTests
{
    [Theory, EveryDatabase]
    public async Task The_third_warning_in_thirty_days_mutes_for_thirty_and_stands_in_the_darkroom(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, member, posts) = await SceneAsync(forum, 4);
        Assert.Empty((await WarnAsync(forum, staff, posts[0])).Value.SanctionIds);
        Assert.Empty((await WarnAsync(forum, staff, posts[1])).Value.SanctionIds);
        Assert.Null((await forum.ViewerAsync(member)).WritingBarredBy([]));
        var id = Assert.Single((await WarnAsync(forum, staff, posts[2])).Value.SanctionIds);

        var sanction = await forum.Rows(d => d.Sanctions.SingleAsync());
        Assert.Equal((id, SanctionKind.Mute, (int?)null, "warnings", forum.Now.AddDays(30)), (sanction.Id, sanction.Kind, sanction.IssuedById, sanction.Cause, sanction.Until));
        Assert.Equal(posts[..3].OrderDescending(), sanction.EvidencePostIds.Split(',').Select(long.Parse).OrderDescending());
        Assert.NotNull((await forum.ViewerAsync(member)).WritingBarredBy([]));
        Assert.True(await forum.Rows(d => d.LedgerEntries.AnyAsync()));
        Assert.Empty((await WarnAsync(forum, staff, posts[3])).Value.SanctionIds);
        Assert.Equal(4, await forum.Rows(d => d.Notices.CountAsync(n => n.Kind == NoticeKind.Warned && n.MemberId == member.Id)));
        Assert.Equal(4, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "post.warn")));
        Assert.Equal(4, await forum.Rows(d => d.Posts.CountAsync(p => p.IsWarned)));
    }

    [Theory, EveryDatabase]
    public async Task Many_at_once_trip_each_step_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await StepAsync(forum, threshold: 5, days: 7, SanctionKind.Block);
        var (staff, _, posts) = await SceneAsync(forum, 6);
        var answers = await Task.WhenAll(posts.Concat(posts).Select(p => WarnAsync(forum, staff, p)));
        Assert.Equal(6, answers.Count(a => a.Refusal is null));
        Assert.All(answers.Where(a => a.Refusal is not null), a => Assert.Equal("WarnedAlready", a.Refusal!.Code));
        Assert.Equal([SanctionKind.Mute, SanctionKind.Block], await forum.Rows(d => d.Sanctions.OrderBy(s => s.Id).Select(s => s.Kind).ToListAsync()));
        Assert.Equal(2, await forum.Rows(d => d.WarningTrips.CountAsync()));
        Assert.Equal(6, await forum.Rows(d => d.Warnings.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Revoking_lifts_what_no_other_warnings_carry(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, member, posts) = await SceneAsync(forum, 5);
        List<int> ids = [];
        foreach (var post in posts[..4]) ids.Add((await WarnAsync(forum, staff, post)).Value.Id);
        Assert.Null((await RevokeAsync(forum, staff, ids[0])).Refusal);
        Assert.NotNull((await forum.ViewerAsync(member)).WritingBarredBy([]));
        Assert.Null((await RevokeAsync(forum, staff, ids[1])).Refusal);
        Assert.Null((await forum.ViewerAsync(member)).WritingBarredBy([]));
        Assert.Equal("AlreadyDone", (await RevokeAsync(forum, staff, ids[1])).Refusal!.Code);
        Assert.NotNull(await forum.Rows(d => d.Sanctions.Select(s => s.LiftedAt).SingleAsync()));
        Assert.Equal(2, await forum.Rows(d => d.Notices.CountAsync(n => n.Kind == NoticeKind.WarningRevoked)));
        Assert.Equal(2, await forum.Rows(d => d.Posts.CountAsync(p => p.IsWarned)));
        // The measure is filled anew, and the post may be warned once more.
        Assert.Single((await WarnAsync(forum, staff, posts[1])).Value.SanctionIds);
    }

    [Theory, EveryDatabase]
    public async Task Expired_ones_stop_counting_by_the_clock(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, member, posts) = await SceneAsync(forum, 4);
        await WarnAsync(forum, staff, posts[0], days: "10");
        await WarnAsync(forum, staff, posts[1]);
        forum.Clock.Advance(TimeSpan.FromDays(10));
        staff = await LaterAsync(forum, staff);
        Assert.Empty((await WarnAsync(forum, staff, posts[2])).Value.SanctionIds);
        forum.Clock.Advance(TimeSpan.FromDays(19.9));
        Assert.Single((await WarnAsync(forum, await LaterAsync(forum, staff), posts[3])).Value.SanctionIds);
        Assert.Equal(member.Id, await forum.Rows(d => d.Sanctions.Select(s => s.MemberId).SingleAsync()));
    }

    [Fact]
    public async Task A_step_of_points_in_a_board_sanctions_there()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await StepAsync(forum, threshold: 10, days: 7, SanctionKind.Mute, inBoard: true, points: true);
        var (staff, member, posts) = await SceneAsync(forum, 1);
        var elsewhere = await PostsAsync(forum, await forum.BoardAsync("Elsewhere"), member, 1);
        Assert.Empty((await WarnAsync(forum, staff, elsewhere[0], points: "9")).Value.SanctionIds);
        Assert.Single((await WarnAsync(forum, staff, posts[0], points: "10")).Value.SanctionIds);
        var board = await forum.Rows(d => d.Warnings.Where(w => w.PostId == posts[0]).Select(w => w.BoardId).SingleAsync());
        Assert.Equal(board, await forum.Rows(d => d.Sanctions.Select(s => s.BoardId).SingleAsync()));
    }

    [Fact]
    public async Task Moderators_warn_in_their_boards_those_below_them_and_words_are_checked()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (mine, other) = (await forum.BoardAsync("Mine"), await forum.BoardAsync("Other"));
        var keeper = await forum.MemberAsync("keeper", Group.Moderators);
        await forum.ModeratorAsync(mine, keeper);
        var (who, author, peer) = (await forum.ViewerAsync(keeper), await forum.MemberAsync("author"), await forum.MemberAsync("peer", Group.Moderators));
        var (here, there, equal) = ((await PostsAsync(forum, mine, author, 1))[0], (await PostsAsync(forum, other, author, 1))[0], (await PostsAsync(forum, mine, peer, 1))[0]);
        Assert.Equal("OnlyInYourBoards", (await WarnAsync(forum, who, there)).Refusal!.Code);
        Assert.Equal("EqualRank", (await WarnAsync(forum, who, equal)).Refusal!.Code);
        Assert.Equal("NeedsStaffRight", (await WarnAsync(forum, await forum.ViewerAsync(author), here)).Refusal!.Code);
        Assert.Equal("OnlyInYourBoards", (await forum.Use<WarnMember, Outcome<Warned>>(u => u.MemberAsync(who, author.Id, new NewWarning("1", "30", "x"), default))).Refusal!.Code);
        Assert.Equal("Reason", (await WarnAsync(forum, who, here, reason: " ")).Refusal!.Field);
        Assert.Equal("Points", (await WarnAsync(forum, who, here, points: "-1")).Refusal!.Field);
        Assert.Equal("Points", (await WarnAsync(forum, who, here, points: "101")).Refusal!.Field);
        Assert.Equal("Days", (await WarnAsync(forum, who, here, days: "x")).Refusal!.Field);
        Assert.Null((await WarnAsync(forum, who, here)).Refusal);
        Assert.Equal("WarnedAlready", (await WarnAsync(forum, who, here)).Refusal!.Code);
        Assert.Null((await forum.Use<WarnMember, Outcome<Warned>>(u => u.MemberAsync(forum.System, author.Id, new NewWarning("1", "0", "x"), default))).Refusal);
    }

    [Theory]
    [InlineData(5, new[] { 0, 1, 2 }, true)]
    [InlineData(5, new[] { 0, 1 }, false)]
    [InlineData(31, new[] { 0, 1, 2 }, false)]
    [InlineData(31, new[] { 30, 31, 32 }, true)]
    [InlineData(0, new[] { 1, 2, 3 }, true)]
    public void Left_warnings_carry_a_trip_at_its_time_or_later(int trippedOn, int[] days, bool carried)
    {
        var start = new DateTime(2026, 5, 4, 8, 0, 0, DateTimeKind.Utc);
        var left = days.Select((d, i) => new CountedWarning(i + 1, 1, null, start.AddDays(d), start.AddDays(d + 30))).ToList();
        var trip = new WarningTrip { At = start.AddDays(trippedOn), Threshold = 3, CountsWarnings = true, WithinDays = 30 };
        Assert.Equal(carried, WarningLadder.Carry(left, trip));
    }

    private static async Task<(Viewer Staff, ForumEngine.Accounts.Member Author, List<long> Posts)> SceneAsync(Forum forum, int posts)
    {
        var author = await forum.MemberAsync("author");
        return (await forum.AdministratorAsync(), author, await PostsAsync(forum, await forum.BoardAsync(), author, posts));
    }

    private static async Task<List<long>> PostsAsync(Forum forum, ForumEngine.Boards.Board board, ForumEngine.Accounts.Member author, int count)
    {
        var thread = await forum.ThreadAsync(board, author, replies: count - 1);
        return await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).OrderBy(p => p.Floor).Select(p => p.Id).ToListAsync());
    }

    private static Task<Outcome<Warned>> WarnAsync(Forum forum, Viewer who, long post, string points = "1", string days = "30", string reason = "Rude") =>
        forum.Use<WarnMember, Outcome<Warned>>(u => u.PostAsync(who, post, new NewWarning(points, days, reason), default));

    private static Task<Outcome<Warning>> RevokeAsync(Forum forum, Viewer who, int id) =>
        forum.Use<RevokeWarning, Outcome<Warning>>(u => u.RunAsync(who, id, "A mistake", default));

    private static async Task StepAsync(Forum forum, int threshold, int days, SanctionKind kind, bool inBoard = false, bool points = false) =>
        Assert.Null(await forum.Use<ChangeWarningSteps, Refusal?>(u => u.SaveAsync(forum.System, null, new StepDraft($"{threshold}", !points, "30", kind, $"{days}", inBoard), default)));

    private static Task<Viewer> LaterAsync(Forum forum, Viewer who) => forum.Service<Viewers>().ForAsync(who.MemberId, who.Address, who.Port, default).AsTask();
}
