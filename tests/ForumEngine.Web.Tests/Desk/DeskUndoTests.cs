using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Desk;

/// <summary>The desk's undo button, without scripts, and its counts, which are kept for some seconds.</summary>
public sealed class DeskUndoTests
{
    [Theory, EveryDatabase]
    public async Task A_decision_is_followed_by_a_button_that_undoes_it_and_by_counts_that_know_of_it(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var board = await site.BoardAsync();
        var author = await site.MemberAsync("author");
        var reader = await site.ViewerAsync("reader");
        List<long> posts = [];
        for (var i = 0; i < 2; i++)
        {
            var thread = await site.ThreadAsync(board, author, $"Thread {i}");
            posts.Add(await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync()));
            Assert.Empty(await site.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(reader, posts[i], CaseCategory.Spam, "look", default)));
        }
        using var founder = await site.FounderAsync();
        Assert.Equal("2", Waiting((await founder.GetAsync("/desk/log")).Is(200)));
        Assert.Null((await founder.GetAsync("/desk")).Html.QuerySelector("[data-key=u]"));
        var id = await site.Rows(d => d.ReportCases.OrderBy(c => c.Id).Select(c => c.Id).FirstAsync());
        var next = (await founder.PostFormAsync($"/desk/reports/{id}", new { Decision = "delete", Reason = "Spam" })).Is(303).Location!;

        var page = (await founder.GetAsync(next)).Is(200);
        Assert.Equal("1", Waiting(page));
        var button = page.Html.QuerySelector("[data-key=u]")!;
        Assert.Contains("Thread 0", button.GetAttribute("title"), StringComparison.Ordinal);
        var action = button.Closest("form")!.GetAttribute("action")!;
        var back = (await founder.SubmitAsync(Visitor.FormOn(page, action), action, new { })).Is(303).Location;
        Assert.Equal(next, back);
        Assert.Equal(2, await site.Rows(d => d.Threads.CountAsync(t => t.State == ContentState.Published)));
        Assert.Null((await founder.GetAsync(next)).Is(200).Html.QuerySelector("[data-key=u]"));
        // Sent once more, it says that something newer is in the way.
        (await founder.SubmitAsync(Visitor.FormOn(page, action), action, new { })).Is(409);
        // Elsewhere than on this site one doesn't go.
        var again = (await founder.PostFormAsync($"/desk/reports/{await site.Rows(d => d.ReportCases.Where(c => c.ClosedAt == null).Select(c => c.Id).SingleAsync())}", new { Decision = "delete", Reason = "Spam" })).Is(303);
        page = (await founder.GetAsync(again.Location!)).Is(200);
        action = page.Html.QuerySelector("[data-key=u]")!.Closest("form")!.GetAttribute("action")!;
        Assert.StartsWith("/threads/", (await founder.SubmitAsync(Visitor.FormOn(page, action), action, new { Back = "https://elsewhere.example/" })).Is(303).Location, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_case_moves_its_thread_or_warns_its_author_from_the_desk(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (board, other) = (await site.BoardAsync("Here"), await site.BoardAsync("There"));
        var author = await site.MemberAsync("author");
        var reader = await site.ViewerAsync("reader");
        List<long> cases = [];
        for (var i = 0; i < 2; i++)
        {
            var thread = await site.ThreadAsync(board, author, $"Thread {i}");
            var post = await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
            Assert.Empty(await site.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(reader, post, CaseCategory.Spam, "look", default)));
            cases.Add(await site.Rows(d => d.ReportCases.Where(c => c.PostId == post).Select(c => c.Id).SingleAsync()));
        }
        using var founder = await site.FounderAsync();
        var url = $"/desk/reports/{cases[0]}";
        var wrong = (await founder.PostFormAsync(url, new { Decision = "move", Reason = "Belongs there", BoardId = "" })).Is(422);
        Assert.NotNull(wrong.Html.QuerySelector("details.field[open] select[name=BoardId]"));
        (await founder.PostFormAsync(url, new { Decision = "move", Reason = "Belongs there", BoardId = $"{other.Id}" })).Is(303);
        Assert.Equal(other.Id, await site.Rows(d => d.Threads.Where(t => t.Title == "Thread 0").Select(t => t.BoardId).SingleAsync()));
        Assert.Contains("thread moved", (await founder.GetAsync(url)).Is(200).Text, StringComparison.Ordinal);

        url = $"/desk/reports/{cases[1]}";
        var rule = (await founder.GetAsync(url)).Is(200).Html.QuerySelector("select[name=RuleId] option:nth-child(3)")!.GetAttribute("value")!;
        (await founder.PostFormAsync(url, new { Decision = "warn", Reason = "", Points = "3", RuleId = rule })).Is(422);
        (await founder.PostFormAsync(url, new { Decision = "warn", Reason = "Again", Points = "3", RuleId = rule })).Is(303);
        var warning = await site.Rows(d => d.Warnings.SingleAsync());
        Assert.Equal((3, rule, "Again"), (warning.Points, $"{warning.RuleId}", warning.Reason));
        (await founder.PostAsync(url, Visitor.FieldsOf(Visitor.FormOn(await founder.GetAsync("/desk/reports"), "/account/logout")))).Is(422);
    }

    private static string Waiting(Answer page) => page.Html.QuerySelector("#desk .head .meta b")!.TextContent;
}
