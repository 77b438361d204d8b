using ForumEngine.Groups;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Reports;
using ForumEngine.Staff;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Reports;

public sealed class ReportTests
{
    [Theory, EveryDatabase]
    public async Task Reports_of_a_post_gather_in_one_case_and_each_member_counts_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var post = await PostAsync(forum);
        var readers = await ReadersAsync(forum, 5);
        await Task.WhenAll(readers.Concat(readers).Select(who => ReportAsync(forum, who, post)));

        var opened = await forum.Rows(d => d.ReportCases.SingleAsync());
        Assert.Equal((5, post, (long?)post), (opened.Reports, opened.PostId, opened.OpenPostId));
        Assert.Equal(readers.Select(r => r.MemberId).Order(), (await forum.Rows(d => d.Reports.Select(r => r.MemberId).ToListAsync())).Order());
    }

    [Theory, EveryDatabase]
    public async Task Closing_tells_every_reporter_once_and_a_later_report_opens_another_case(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var post = await PostAsync(forum);
        var readers = await ReadersAsync(forum, 3);
        foreach (var who in readers.Take(2)) await ReportAsync(forum, who, post);
        var staff = await forum.AdministratorAsync();
        var id = await forum.Rows(d => d.ReportCases.Select(c => c.Id).SingleAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CloseAsync(forum, staff, id, ReportOutcome.Upheld, "Removed, thank you")));
        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal("AlreadyDone", a!.Code));
        var notices = await forum.Rows(d => d.Notices.ToListAsync());
        Assert.Equal(readers.Take(2).Select(r => r.MemberId!.Value).Order(), notices.Select(n => n.MemberId).Order());
        Assert.All(notices, n => Assert.Equal((NoticeKind.ReportUpheld, "Removed, thank you", post), (n.Kind, n.Reason, n.PostId)));
        Assert.Equal(("report.uphold", post), await forum.Rows(d => d.StaffActs.Where(a => a.PostId != null).Select(a => ValueTuple.Create(a.Act, a.PostId)).SingleAsync()));

        await ReportAsync(forum, readers[0], post);
        Assert.Equal(1, await forum.Rows(d => d.ReportCases.CountAsync()));
        await ReportAsync(forum, readers[2], post);
        Assert.Equal(1, await forum.Rows(d => d.ReportCases.CountAsync(c => c.OpenPostId == post)));
        Assert.Equal(2, await forum.Rows(d => d.ReportCases.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_member_reports_so_many_posts_an_hour_and_not_one_more(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.SetAsync("Posting.ReportsPerHour", "3");
        var board = await forum.BoardAsync();
        var author = await forum.MemberAsync("author");
        var reader = await forum.ViewerAsync("reader");
        List<long> posts = [];
        for (var i = 0; i < 6; i++) posts.Add(await FirstPostAsync(forum, await forum.ThreadAsync(board, author)));

        var answers = await Task.WhenAll(posts.Select(p => ReportAsync(forum, reader, p)));
        Assert.Equal(3, answers.Count(a => a is null));
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal((RefusalKind.TooSoon, TimeSpan.FromHours(1)), (a!.Kind, a.RetryAfter!.Value)));
        Assert.Equal(3, await forum.Rows(d => d.Reports.CountAsync()));

        forum.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Null(await ReportAsync(forum, await LaterAsync(forum, reader), posts[^1]));
    }

    [Theory, EveryDatabase]
    public async Task Moderators_see_the_cases_of_their_boards_and_decide_on_them_alone(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (mine, others) = (await forum.BoardAsync("mine"), await forum.BoardAsync("others"));
        var author = await forum.MemberAsync("author");
        var (here, there) = (await PostAsync(forum, mine, author), await PostAsync(forum, others, author));
        var reader = await forum.ViewerAsync("reader");
        foreach (var post in new[] { here, there }) await ReportAsync(forum, reader, post);
        var member = await forum.MemberAsync("moderator", Group.Moderators);
        await forum.ModeratorAsync(mine, member);
        var (moderator, staff) = (await forum.ViewerAsync(member), await forum.AdministratorAsync());

        var cases = await forum.Rows(d => d.ReportCases.ToDictionaryAsync(c => c.PostId!.Value, c => c.Id));
        Assert.Equal([Url(cases[here])], await OpenAsync(forum, moderator));
        Assert.Equal([Url(cases[here]), Url(cases[there])], await OpenAsync(forum, staff));
        Assert.Empty(await OpenAsync(forum, reader));
        Assert.Equal(RefusalKind.NotFound, (await CloseAsync(forum, moderator, cases[there], ReportOutcome.Dismissed))!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await CloseAsync(forum, reader, cases[here], ReportOutcome.Dismissed))!.Kind);
        Assert.Null(await CloseAsync(forum, moderator, cases[here], ReportOutcome.Dismissed));
        Assert.Empty(await OpenAsync(forum, moderator));
        Assert.Equal(NoticeKind.ReportDismissed, await forum.Rows(d => d.Notices.Select(n => n.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_reports_what_they_may_not_see_nor_their_own_and_nobody_decides_on_their_own()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var author = await forum.MemberAsync("author", Group.Moderators);
        var hidden = await forum.BoardAsync("hidden", hidden: true);
        var board = await forum.BoardAsync();
        await forum.ModeratorAsync(board, author);
        var (secret, post) = (await PostAsync(forum, hidden, author), await PostAsync(forum, board, author));
        var reader = await forum.ViewerAsync("reader");

        Assert.Equal(Refusal.NotFound, await ReportAsync(forum, reader, secret));
        Assert.Equal(Refusal.NotFound, await ReportAsync(forum, reader, 999_999));
        Assert.Equal(Refusal.SignInFirst, await ReportAsync(forum, await forum.GuestAsync(), post));
        Assert.Equal("NotYourOwnPost", (await ReportAsync(forum, await forum.ViewerAsync(author), post))!.Code);
        Assert.Empty(await forum.Rows(d => d.Reports.ToListAsync()));

        Assert.Null(await ReportAsync(forum, reader, post));
        var id = await forum.Rows(d => d.ReportCases.Select(c => c.Id).SingleAsync());
        Assert.Equal("NotOnYourself", (await CloseAsync(forum, await forum.ViewerAsync(author), id, ReportOutcome.Dismissed))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_case_outlives_its_post(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("author"), replies: 1);
        var reply = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id && p.Floor == 2).Select(p => p.Id).SingleAsync());
        var (reader, staff) = (await forum.ViewerAsync("reader"), await forum.AdministratorAsync());
        await ReportAsync(forum, reader, reply);
        Assert.Null(await forum.Use<DeletePost, Refusal?>(u => u.RunAsync(staff, reply, "spam", default)));

        var id = await forum.Rows(d => d.ReportCases.Select(c => c.Id).SingleAsync());
        Assert.Equal([Url(id)], await OpenAsync(forum, staff));
        var open = (await forum.Use<ReportDesk, CaseOnDesk?>(u => u.FindAsync(staff, id, default)))!;
        Assert.True(open.IsDeleted);
        Assert.Equal("Text of floor 2", open.Case.Evidence);
        Assert.Null(await CloseAsync(forum, staff, id, ReportOutcome.Upheld));
        Assert.Contains(NoticeKind.ReportUpheld, await forum.Rows(d => d.Notices.Where(n => n.MemberId == reader.MemberId).Select(n => n.Kind).ToListAsync()));
    }

    [Theory]
    [InlineData(null, "why", "ReportCategoryMissing"), InlineData(CaseCategory.Other, "  ", "ReportMessageMissing"), InlineData(CaseCategory.Spam, "", null)]
    [InlineData(CaseCategory.Other, "why", null)]
    public async Task A_report_needs_a_category_and_words_where_the_category_says_nothing(int? category, string message, string? code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        Assert.Equal(code, (await ReportAsync(forum, await forum.ViewerAsync("reader"), await PostAsync(forum), category, message))?.Code);
    }

    private static async Task<List<Viewer>> ReadersAsync(Forum forum, int count)
    {
        List<Viewer> readers = [];
        for (var i = 0; i < count; i++) readers.Add(await forum.ViewerAsync($"reader{i}"));
        return readers;
    }

    private static async Task<long> PostAsync(Forum forum, ForumEngine.Boards.Board? board = null, ForumEngine.Accounts.Member? author = null) =>
        await FirstPostAsync(forum, await forum.ThreadAsync(board ?? await forum.BoardAsync(), author ?? await forum.MemberAsync("author")));

    private static Task<long> FirstPostAsync(Forum forum, Thread thread) =>
        forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id && p.Floor == 1).Select(p => p.Id).SingleAsync());

    private static async Task<Refusal?> ReportAsync(Forum forum, Viewer who, long post, int? category = CaseCategory.Spam, string message = "Please look") =>
        await forum.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(who, post, category, message, default)) is [var first, ..] ? first : null;

    private static Task<Refusal?> CloseAsync(Forum forum, Viewer who, long id, ReportOutcome outcome, string note = "") =>
        forum.Use<CloseReport, Refusal?>(u => u.RunAsync(who, id, outcome, note, default));

    private static async Task<IEnumerable<string>> OpenAsync(Forum forum, Viewer who) =>
        (await forum.Use<IDeskBox, IReadOnlyList<BoxLine>>(u => u.ReadAsync(who, new BoxQuery(BoxScope.Everywhere), default))).Select(l => l.Url);

    private static string Url(long id) => $"/desk/reports/{id}";

    private static Task<Viewer> LaterAsync(Forum forum, Viewer who) =>
        forum.Service<Viewers>().ForAsync(who.MemberId, [127, 0, 0, 1], 4711, default).AsTask();
}
