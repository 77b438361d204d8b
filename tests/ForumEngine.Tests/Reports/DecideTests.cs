using ForumEngine.Acts;
using ForumEngine.Groups;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Reports;

public sealed class DecideTests
{
    [Theory, EveryDatabase]
    public async Task Deleting_and_muting_from_a_case_happens_once_and_closes_it_with_its_sanction(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (board, post, author) = await PostAsync(forum);
        await ReportAsync(forum, await forum.ViewerAsync("reader"), post);
        var keeper = await forum.MemberAsync("keeper", Group.Moderators);
        await forum.ModeratorAsync(board, keeper);
        var staff = new[] { await forum.ViewerAsync(keeper), await forum.AdministratorAsync() };
        var id = await CaseOfAsync(forum, post);
        var verdict = new CaseVerdict(CaseDecision.DeleteAndMute, "Sold what isn't there") { Days = "3" };

        var answers = await Task.WhenAll(staff.Concat(staff).Select(who => DecideAsync(forum, who, id, verdict)));
        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal(RefusalKind.Conflict, a!.Kind));
        var closed = await forum.Rows(d => d.ReportCases.SingleAsync());
        var sanction = await forum.Rows(d => d.Sanctions.SingleAsync());
        Assert.Equal((CaseState.Resolved, "deletemute", (int?)sanction.Id), (closed.State, closed.Decision, closed.SanctionId));
        Assert.Equal((author, SanctionKind.Mute, TimeSpan.FromDays(3)), (sanction.MemberId, sanction.Kind, sanction.Until!.Value - sanction.From));
        Assert.Equal(ContentState.Recycled, await forum.Rows(d => d.Threads.Select(t => t.State).SingleAsync()));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.delete")));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "report.uphold")));
    }

    [Theory, EveryDatabase]
    public async Task A_moderator_mutes_in_the_board_and_decides_nowhere_else(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (board, post, _) = await PostAsync(forum);
        await ReportAsync(forum, await forum.ViewerAsync("reader"), post);
        var (keeper, other) = (await forum.MemberAsync("keeper", Group.Moderators), await forum.ViewerAsync("other", Group.Moderators));
        await forum.ModeratorAsync(board, keeper);
        var id = await CaseOfAsync(forum, post);
        Assert.Equal(RefusalKind.NotFound, (await DecideAsync(forum, other, id, new CaseVerdict(CaseDecision.None, "")))!.Kind);
        var who = await forum.ViewerAsync(keeper);
        Assert.Equal("ReasonMissing", (await DecideAsync(forum, who, id, new CaseVerdict(CaseDecision.Mute, " ") { Days = "1" }))!.Code);
        Assert.Equal("SanctionNeedsEnd", (await DecideAsync(forum, who, id, new CaseVerdict(CaseDecision.Mute, "why") { Days = "x" }))!.Code);
        Assert.Null(await DecideAsync(forum, who, id, new CaseVerdict(CaseDecision.Mute, "why") { Days = "1" }));
        Assert.Equal(board.Id, await forum.Rows(d => d.Sanctions.Select(s => s.BoardId).SingleAsync()));
        Assert.Equal(ContentState.Published, await forum.Rows(d => d.Threads.Select(t => t.State).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_case_is_decided_by_moving_the_thread_once_and_with_the_rights_of_a_move(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var starter = await forum.ViewerAsync("starter");
        var (author, post) = (starter.MemberId, (await forum.StartAsync(starter, board, "A title", "Some text")).Value.PostId);
        await ReportAsync(forum, await forum.ViewerAsync("reader"), post);
        var id = await CaseOfAsync(forum, post);
        var right = await forum.BoardAsync("Right place");
        var keeper = await forum.MemberAsync("keeper", Group.Moderators);
        await forum.ModeratorAsync(board, keeper);
        var who = await forum.ViewerAsync(keeper);
        var trainee = await forum.MemberAsync("trainee", 16);
        await forum.ModeratorAsync(board, trainee);
        CaseVerdict To(int target) => new(CaseDecision.Move, "Belongs there") { Move = new MoveOrder(target, null, LeavesStub: true) };

        Assert.Equal("NoSuchBoard", (await DecideAsync(forum, who, id, new CaseVerdict(CaseDecision.Move, "x")))!.Code);
        Assert.Equal(("SameBoard", "BoardId"), (await DecideAsync(forum, who, id, To(board.Id))) is { } same ? (same.Code, same.Field!) : default);
        Assert.Equal("NoSuchBoard", (await DecideAsync(forum, who, id, To(9999)))!.Code);
        Assert.NotNull(await DecideAsync(forum, await forum.ViewerAsync(trainee), id, To(right.Id)));
        Assert.Null(await forum.Rows(d => d.ReportCases.Select(c => c.ClosedAt).SingleAsync()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DecideAsync(forum, who, id, To(right.Id))));
        Assert.Single(answers, a => a is null);
        var thread = await forum.Rows(d => d.Threads.SingleAsync(t => t.RedirectToThreadId == null));
        Assert.Equal(right.Id, thread.BoardId);
        Assert.Equal(board.Id, await forum.Rows(d => d.Threads.Where(t => t.RedirectToThreadId == thread.Id).Select(t => t.BoardId).SingleAsync()));
        var closed = await forum.Rows(d => d.ReportCases.SingleAsync());
        Assert.Equal((CaseState.Resolved, "move"), (closed.State, closed.Decision));
        Assert.Equal(["report.uphold", "thread.move"], await forum.Rows(d => d.StaffActs.Select(a => a.Act).Where(a => a == "thread.move" || a == "report.uphold").OrderBy(a => a).ToListAsync()));
        Assert.Equal(1, await forum.Rows(d => d.Notices.CountAsync(n => n.MemberId == author && n.Kind == NoticeKind.ThreadMoved)));
        await forum.RunJobsAsync();
        await forum.AssertCleanAsync();
        // It is in a board of others now, whose staff alone turn it back.
        Assert.Null(await forum.Use<LastActs, LastAct?>(u => u.FindAsync(who, default)));
        var back = await forum.AdministratorAsync();
        Assert.Null(await forum.UndoAsync(back, await forum.Rows(d => d.ThreadRecords.Where(r => r.Act == "thread.move").Select(r => r.Id).SingleAsync())));
        Assert.Equal(board.Id, (await forum.ReloadAsync(thread)).BoardId);
    }

    [Theory, EveryDatabase]
    public async Task A_case_is_decided_by_a_warning_with_points_and_rule_and_what_the_ladder_brings_hangs_on_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var staff = await forum.AdministratorAsync();
        var board = await forum.BoardAsync();
        var writer = await forum.MemberAsync("author");
        var reader = await forum.MemberAsync("reader");
        List<long> posts = [];
        for (var i = 0; i < 3; i++)
        {
            posts.Add(await FirstAsync(forum, await forum.ThreadAsync(board, writer, $"Thread {i}")));
            Assert.Null(await ReportAsync(forum, await forum.ViewerAsync(reader), posts[i]));
        }
        var rule = (await forum.Use<SiteRules, RuleSet>(async u => await u.CurrentAsync(default))).InForce.First().Id;
        var verdict = new CaseVerdict(CaseDecision.Warn, "Third time") { Points = "2", RuleId = rule };
        var first = await CaseOfAsync(forum, posts[0]);
        Assert.Equal("Reason", (await DecideAsync(forum, staff, first, verdict with { Reason = " " }))!.Field);
        Assert.Equal("Points", (await DecideAsync(forum, staff, first, verdict with { Points = "many" }))!.Field);
        Assert.Equal("RuleId", (await DecideAsync(forum, staff, first, verdict with { RuleId = 9999 }))!.Field);
        Assert.Equal((0, 0), (await forum.Rows(d => d.Warnings.CountAsync()), await forum.Rows(d => d.ReportCases.CountAsync(c => c.ClosedAt != null))));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DecideAsync(forum, staff, first, verdict)));
        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal(RefusalKind.Conflict, a!.Kind));
        var warning = await forum.Rows(d => d.Warnings.SingleAsync());
        Assert.Equal((posts[0], 2, rule, forum.Now.AddDays(30)), (warning.PostId, warning.Points, warning.RuleId, warning.ExpiresAt));
        Assert.Null(await DecideAsync(forum, staff, await CaseOfAsync(forum, posts[1]), verdict));
        Assert.Null(await DecideAsync(forum, staff, await CaseOfAsync(forum, posts[2]), verdict));
        var mute = await forum.Rows(d => d.Sanctions.SingleAsync());
        Assert.Equal(("warnings", writer.Id), (mute.Cause, mute.MemberId));
        Assert.Equal([null, null, mute.Id], await forum.Rows(d => d.ReportCases.OrderBy(c => c.Id).Select(c => c.SanctionId).ToListAsync()));
        Assert.All(await forum.Rows(d => d.ReportCases.ToListAsync()), c => Assert.Equal((CaseState.Resolved, "warn"), (c.State, c.Decision)));
        Assert.NotNull((await forum.ViewerAsync(writer)).WritingBarredBy([]));
    }

    [Theory, EveryDatabase]
    public async Task Who_reported_to_harm_often_may_not_report_for_a_time(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.SetAsync("Posting.ReportAbuseLimit", "2");
        var staff = await forum.AdministratorAsync();
        var reader = await forum.MemberAsync("reader");
        for (var i = 0; i < 2; i++)
        {
            var (_, post, _) = await PostAsync(forum, $"author{i}");
            Assert.Null(await ReportAsync(forum, await forum.ViewerAsync(reader), post));
            Assert.Null(await DecideAsync(forum, staff, await CaseOfAsync(forum, post), new CaseVerdict(CaseDecision.Abuse, "")));
        }
        var (_, last, _) = await PostAsync(forum, "last");
        Assert.Equal("ReportsWereAbuse", (await ReportAsync(forum, await forum.ViewerAsync(reader), last))!.Code);
        forum.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Null(await ReportAsync(forum, await forum.ViewerAsync(reader), last));
    }

    [Theory, EveryDatabase]
    public async Task A_case_is_taken_by_one_handed_over_to_who_may_decide_and_released(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (board, post, _) = await PostAsync(forum);
        await ReportAsync(forum, await forum.ViewerAsync("reader"), post);
        var id = await CaseOfAsync(forum, post);
        var (first, second) = (await forum.AdministratorAsync("first"), await forum.AdministratorAsync("second"));
        var taken = await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => new[] { first, second }).Select(who => forum.Use<TakeCase, Refusal?>(u => u.TakeAsync(who, id, default))));
        var assignee = await forum.Rows(d => d.ReportCases.Select(c => c.AssigneeName).SingleAsync());
        Assert.Contains(assignee, (string[])["first", "second"]);
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "report.take")));
        var holder = assignee == "first" ? first : second;

        await forum.MemberAsync("outsider", Group.Moderators);
        Assert.Equal("MayNotDecideHere", (await forum.Use<TakeCase, Refusal?>(u => u.HandOverAsync(holder, id, "outsider", default)))!.Code);
        var keeper = await forum.MemberAsync("keeper", Group.Moderators);
        await forum.ModeratorAsync(board, keeper);
        Assert.Null(await forum.Use<TakeCase, Refusal?>(u => u.HandOverAsync(holder, id, "keeper", default)));
        Assert.Equal(1, await forum.Rows(d => d.Notices.CountAsync(n => n.MemberId == keeper.Id)));
        Assert.Null(await forum.Use<TakeCase, Refusal?>(async u => await u.ReleaseAsync(await forum.ViewerAsync(keeper), id, default)));
        Assert.Null(await forum.Rows(d => d.ReportCases.Select(c => c.AssigneeId).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_flood_of_reports_leaves_exact_counts_and_a_desk_that_can_be_used(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.SetAsync("Posting.ReportsPerHour", "0");
        var (board, post, author) = await PostAsync(forum);
        const int readers = 500, posts = 50;
        var names = await forum.Rows(async d =>
        {
            var members = Enumerable.Range(0, readers).Select(i => Reader(forum, $"flood{i}")).ToList();
            d.Members.AddRange(members);
            await d.SaveChangesAsync();
            return members;
        });
        List<Viewer> viewers = [];
        foreach (var member in names) viewers.Add(await forum.ViewerAsync(member));
        await Parallel.ForEachAsync(viewers, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (who, _) => Assert.Null(await ReportAsync(forum, who, post)));
        List<long> others = [];
        var writer = await forum.Rows(d => d.Members.SingleAsync(m => m.Id == author));
        for (var i = 0; i < posts; i++) others.Add(await FirstAsync(forum, await forum.ThreadAsync(board, writer, $"Thread {i}")));
        await Parallel.ForEachAsync(others, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (p, _) => Assert.Null(await ReportAsync(forum, viewers[0], p)));

        Assert.Equal((readers, 1 + posts), (await forum.Rows(d => d.ReportCases.Where(c => c.PostId == post).Select(c => c.Reports).SingleAsync()), await forum.Rows(d => d.ReportCases.CountAsync())));
        Assert.Equal(readers + posts, await forum.Rows(d => d.Reports.CountAsync()));
        var staff = await forum.AdministratorAsync();
        var box = await forum.Use<IEnumerable<IDeskBox>, BoxCount?>(async b => await b.Single(x => x.Key == "reports").CountAsync(staff, BoxScope.Everywhere, default));
        Assert.Equal(1 + posts, box!.Waiting);
        Assert.Null(await DecideAsync(forum, staff, await CaseOfAsync(forum, post), new CaseVerdict(CaseDecision.None, "Looked at")));
        Assert.Equal(readers, await forum.Rows(d => d.Notices.CountAsync()));
        Assert.Equal(readers, await forum.Rows(d => d.Members.CountAsync(m => m.UnreadNotices == 1)));
    }

    private static ForumEngine.Accounts.Member Reader(Forum forum, string name)
    {
        var member = new ForumEngine.Accounts.Member { GroupId = 11, JoinedAt = forum.Now.AddDays(-30), SecurityStamp = name };
        member.TakeName(name);
        member.TakeEmail($"{name}@example.test");
        return member;
    }

    private static async Task<(ForumEngine.Boards.Board Board, long Post, int Author)> PostAsync(Forum forum, string author = "author")
    {
        var board = await forum.BoardAsync();
        var writer = await forum.MemberAsync(author);
        return (board, await FirstAsync(forum, await forum.ThreadAsync(board, writer)), writer.Id);
    }

    private static Task<long> FirstAsync(Forum forum, Thread thread) => forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());

    private static Task<long> CaseOfAsync(Forum forum, long post) => forum.Rows(d => d.ReportCases.Where(c => c.PostId == post).Select(c => c.Id).SingleAsync());

    private static async Task<Refusal?> ReportAsync(Forum forum, Viewer who, long post) =>
        await forum.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(who, post, CaseCategory.Spam, "look", default)) is [var first, ..] ? first : null;

    private static Task<Refusal?> DecideAsync(Forum forum, Viewer who, long id, CaseVerdict verdict) => forum.Use<DecideCase, Refusal?>(u => u.RunAsync(who, id, verdict, default));
}
