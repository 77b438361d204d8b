using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Reports;

public sealed class FlagTests
{
    [Theory, EveryDatabase]
    public async Task A_rule_opens_a_case_that_reports_join_and_speaks_once_in_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var post = await PostAsync(forum);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => FlagAsync(forum, post, "words")));
        Assert.True(await FlagAsync(forum, post, "links"));
        var reader = await forum.ViewerAsync("reader");
        Assert.Empty(await forum.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(reader, post, CaseCategory.Minors, "", default)));

        var opened = await forum.Rows(d => d.ReportCases.SingleAsync());
        Assert.Equal((1, (long?)post, CaseCategory.Minors), (opened.Reports, opened.OpenPostId, opened.CategoryId));
        Assert.Equal(opened.OpenedAt.AddHours(2), opened.DueAt);
        Assert.Equal(["links", "words", ""], (await forum.Rows(d => d.Reports.Select(r => r.Rule).ToListAsync())).OrderBy(r => r.Length == 0).ThenBy(r => r));
    }

    [Theory, EveryDatabase]
    public async Task Flags_and_reports_at_the_same_moment_share_one_case(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var post = await PostAsync(forum);
        List<Viewer> readers = [];
        for (var i = 0; i < 5; i++) readers.Add(await forum.ViewerAsync($"reader{i}"));
        await Task.WhenAll(readers.Select(who => (Task)forum.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(who, post, CaseCategory.Spam, "", default)))
            .Concat(Enumerable.Range(0, 3).Select(_ => (Task)FlagAsync(forum, post, "words"))));
        Assert.Equal(5, await forum.Rows(d => d.ReportCases.Select(c => c.Reports).SingleAsync()));
        Assert.Equal(6, await forum.Rows(d => d.Reports.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_flag_that_nobody_reported_is_a_line_of_the_box_and_can_be_closed(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var post = await PostAsync(forum);
        await FlagAsync(forum, post, "words");
        var staff = await forum.AdministratorAsync();
        var line = Assert.Single(await forum.Use<IDeskBox, IReadOnlyList<BoxLine>>(b => b.ReadAsync(staff, new BoxQuery(BoxScope.Everywhere), default)));
        Assert.Equal(("Line_Flagged", "A thread", "author"), (line.SubKey, line.Title, line.By));
        var id = await forum.Rows(d => d.ReportCases.Select(c => c.Id).SingleAsync());
        Assert.Null(await forum.Use<CloseReport, Refusal?>(u => u.RunAsync(staff, id, ReportOutcome.Dismissed, "", default)));
        Assert.Empty(await forum.Rows(d => d.Notices.ToListAsync()));
        Assert.Equal(new BoxCount(0, null) { Mine = 0 }, await forum.Use<IDeskBox, BoxCount?>(b => b.CountAsync(staff, BoxScope.Everywhere, default)));
    }

    private static async Task<long> PostAsync(Forum forum)
    {
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("author"));
        return await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
    }

    private static async Task<bool> FlagAsync(Forum forum, long post, string rule)
    {
        await using var scope = forum.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var flag = scope.ServiceProvider.GetRequiredService<FlagPost>();
        return await db.InTransactionAsync(() => flag.RunAsync(db, new PostFlag(post, rule, CaseCategory.Fraud, "hit"), forum.Now, default), default);
    }
}
