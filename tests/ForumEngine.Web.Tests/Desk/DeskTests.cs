using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Staff;
using ForumEngine.Web.Staff;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Desk;

public sealed class DeskTests
{
    [Theory, EveryDatabase]
    public async Task Pages_of_the_desk_keep_to_their_budget_and_moderators_see_their_boards_alone(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (mine, other) = (await site.BoardAsync("mine"), await site.BoardAsync("other"));
        var sub = await site.BoardAsync("below", mine);
        await site.Rows(d => d.Boards.Where(b => b.Id == mine.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.ModeratorsInherit, true)));
        var author = await site.MemberAsync("author");
        var reader = await site.ViewerAsync("reader");
        foreach (var board in new[] { mine, sub, other })
        {
            var thread = await site.ThreadAsync(board, author, $"In {board.Name}");
            var post = await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
            Assert.Empty(await site.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(reader, post, CaseCategory.Fraud, "look", default)));
        }
        var keeper = await site.MemberAsync("keeper", Group.Moderators);
        await site.ModeratorAsync(mine, keeper);
        using var staff = await site.VisitorAsync(keeper);
        var desk = (await staff.GetAsync("/desk/reports")).Is(200);
        Assert.Contains("In mine", desk.Text, StringComparison.Ordinal);
        Assert.Contains("In below", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("In other", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("In mine", (await staff.GetAsync($"/desk/reports?board={sub.Id}")).Is(200).Text, StringComparison.Ordinal);

        using var founder = await site.FounderAsync();
        var id = await site.Rows(d => d.ReportCases.Select(c => c.Id).FirstAsync());
        (string Url, int Budget)[] pages = [("/desk", 5), ("/desk/reports", 3), ($"/desk/reports/{id}", 11), ($"/desk/members/{author.Id}", 9), ("/desk/log", 3), ("/desk/statistics", 3), ("/desk/bin", 2), ("/desk/sanctions/new", 2)];
        List<string> over = [];
        foreach (var (url, budget) in pages)
        {
            var lowest = (await founder.WarmAsync(url)).Queries;
            if (lowest > budget) over.Add($"{url}: {lowest} queries, {budget} allowed");
        }
        Expect.None(over);
    }

    [Theory, EveryDatabase]
    public async Task The_log_is_searched_and_exported_without_formulas(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var board = await site.BoardAsync("logged");
        var thread = await site.ThreadAsync(board, await site.MemberAsync("author"));
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync($"/desk/threads/{thread.Id}/close", new { Reason = "=1+1, \"quoted\"" })).Is(303);
        (await founder.PostFormAsync($"/desk/threads/{thread.Id}/open", new { Reason = "later" })).Is(303);
        Assert.Contains("=1+1", (await founder.GetAsync("/desk/log?act=thread&reason=1%2B1")).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("=1+1", (await founder.GetAsync("/desk/log?act=post")).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("later", (await founder.GetAsync($"/desk/log?thread={thread.Id}&reason=1%2B1&operator=founder&from=2020-01-01")).Is(200).Html.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var file = (await founder.GetAsync("/desk/log.csv?act=thread")).Is(200);
        Assert.StartsWith("text/csv", file.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("\"'=1+1, \"\"quoted\"\"\"", file.Body, StringComparison.Ordinal);
        (await founder.GetAsync("/desk/log.csv?from=2001-01-01")).Is(422);
        (await founder.GetAsync("/desk/log?from=9999-99-99&before=x&board=99999999999&thread=-1")).Is(200);
    }

    [Theory]
    [InlineData("=cmd", "'=cmd"), InlineData("+1", "'+1"), InlineData("-1", "'-1"), InlineData("@sum", "'@sum"), InlineData("plain", "plain"), InlineData("a,b", "\"a,b\""), InlineData("\t=1", "'\t=1")]
    public void A_cell_is_no_formula(string text, string cell) => Assert.Equal(cell, Csv.Cell(text));

    [Theory, EveryDatabase]
    public async Task Work_is_counted_from_the_log_once_however_often_the_job_runs(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.MemberAsync("author"));
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync($"/desk/threads/{thread.Id}/close", new { Reason = "x" })).Is(303);
        for (var i = 0; i < 2; i++) await site.Use<IEnumerable<Jobs.IJob>, bool>(async jobs => { await jobs.OfType<FoldWork>().Single().RunAsync(default); return true; });
        Assert.Equal(1, await site.Rows(d => d.StaffWork.Where(w => w.Act == "thread.close").Select(w => w.Count).SingleAsync()));
        Assert.Contains("closed thread", (await founder.GetAsync("/desk/statistics?by=day")).Is(200).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Notes_are_for_their_audience_and_names_behind_an_address_are_asked_for_in_two_logged_steps(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var board = await site.BoardAsync();
        var (suspect, twin) = (await site.MemberAsync("suspect"), await site.MemberAsync("twin"));
        byte[] address = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 203, 0, 113, 9];
        await site.Rows(d => d.Members.Where(m => m.Id == suspect.Id || m.Id == twin.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinAddress, address)));
        var keeper = await site.MemberAsync("keeper", Group.Moderators);
        await site.ModeratorAsync(board, keeper);
        using var founder = await site.FounderAsync();
        using var staff = await site.VisitorAsync(keeper);
        var url = $"/desk/members/{suspect.Id}";
        (await founder.PostFormAsync($"{url}/notes", new { Text = "For all staff", Audience = "1", Days = "7" }, url)).Is(303);
        (await founder.PostFormAsync($"{url}/notes", new { Text = "For the top", Audience = "3", Days = "0" }, url)).Is(303);
        var seen = (await staff.GetAsync(url)).Is(200).Text;
        Assert.Contains("For all staff", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("For the top", seen, StringComparison.Ordinal);

        (await staff.GetAsync($"{url}/alts")).Is(404);
        Assert.DoesNotContain("203.0", (await founder.GetAsync($"{url}/alts")).Is(200).Text, StringComparison.Ordinal);
        (await founder.PostFormAsync($"{url}/alts", new { Reason = "" })).Is(422);
        (await founder.PostFormAsync($"{url}/alts", new { Reason = "Same wording" })).Is(303);
        var counted = (await founder.GetAsync($"{url}/alts")).Is(200).Text;
        Assert.Contains("203.0.113.*", counted, StringComparison.Ordinal);
        Assert.DoesNotContain("twin", counted, StringComparison.Ordinal);
        (await founder.PostFormAsync($"{url}/alts", new { Reason = "Same wording" })).Is(303);
        Assert.Contains("twin", (await founder.GetAsync($"{url}/alts")).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal(["member.addresses", "member.alts"], await site.Rows(d => d.StaffActs.Where(a => a.MemberId == suspect.Id && a.Reason != "").OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_complaint_needs_no_account_and_its_code_tells_how_it_ended(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var guest = site.Visitor();
        var fields = new { Name = "A studio", Contact = "studio@example.test", Address = "https://example.test/threads/1", Category = "infringement", Right = "copyright", Text = "Our picture", IsTrue = "true" };
        (await guest.PostFormAsync("/complaints/new", new { Name = "", Category = "nonsense" })).Is(422);
        Assert.Empty(await site.Rows(d => d.ReportCases.ToListAsync()));
        var receipt = (await guest.PostFormAsync("/complaints/new", fields)).Is(200);
        var code = receipt.Html.QuerySelector("#receipt")!.TextContent;
        using var founder = await site.FounderAsync();
        var id = await site.Rows(d => d.ReportCases.Select(c => c.Id).SingleAsync());
        Assert.Contains("Our picture", (await founder.GetAsync($"/desk/reports/{id}")).Is(200).Text, StringComparison.Ordinal);
        (await founder.PostFormAsync($"/desk/reports/{id}", new { Decision = "uphold", Reason = "Taken down" })).Is(303);
        var answer = (await guest.PostFormAsync("/complaints", new { Code = code })).Is(200).Text;
        Assert.Contains("Taken down", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("studio", answer, StringComparison.Ordinal);
        (await guest.PostFormAsync("/complaints", new { Code = "WRONG" })).Is(422);
        for (var i = 0; i < 4; i++) (await guest.PostFormAsync("/complaints/new", fields)).Is(200);
        (await guest.PostFormAsync("/complaints/new", fields)).Is(429);
        Assert.Equal(5, await site.Rows(d => d.Complaints.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_registration_that_is_reviewed_writes_only_after_it_was_approved(Db db)
    {
        await using var site = await Site.StartAsync(db);
        await site.SetAsync("Registration.Mode", "review");
        using var visitor = site.Visitor();
        var name = $"new{Guid.NewGuid().ToString("N")[..8]}";
        (await visitor.PostFormAsync("/account/register", new { UserName = name, Email = $"{name}@example.test", Visitor.Password, ConfirmPassword = Visitor.Password, AcceptTerms = "true", Reason = "I live here" })).Is(303);
        var id = await site.Rows(d => d.Members.Where(m => m.UserName == name).Select(m => m.Id).SingleAsync());
        Assert.Equal(Group.Waiting, await site.Rows(d => d.Members.Where(m => m.Id == id).Select(m => m.GroupId).SingleAsync()));
        using var founder = await site.FounderAsync();
        await site.RunJobsAsync();
        // To others there is nobody yet: no newest member, no number, no profile, no name to be mentioned.
        var before = await site.Rows(d => d.SiteCounters.Where(c => c.Name == ForumEngine.Statistics.SiteCounter.Members).Select(c => c.Value).SingleAsync());
        using var guest = site.Visitor();
        Assert.DoesNotContain(name, (await guest.GetAsync("/")).Is(200).Text, StringComparison.Ordinal);
        foreach (var part in new[] { "", "/threads", "/replies" }) (await guest.GetAsync($"/members/{id}{part}")).Is(404);
        using var other = await site.NewVisitorAsync();
        (await other.GetAsync($"/members/{id}")).Is(404);
        Assert.DoesNotContain(name, (await other.GetAsync($"/members/find?q={name}")).Is(200).Text, StringComparison.Ordinal);
        (await visitor.GetAsync($"/members/{id}")).Is(200);
        (await founder.GetAsync($"/members/{id}")).Is(200);
        Assert.Contains(name, (await founder.GetAsync("/desk/applications")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("I live here", (await founder.GetAsync($"/desk/applications/{id}")).Is(200).Text, StringComparison.Ordinal);
        (await founder.PostFormAsync($"/desk/applications/{id}", new { Decision = "refuse", Reason = "" })).Is(422);
        (await founder.PostFormAsync($"/desk/applications/{id}", new { Decision = "approve", Reason = "Welcome" })).Is(303);
        Assert.Equal(Group.Newcomers, await site.Rows(d => d.Members.Where(m => m.Id == id).Select(m => m.GroupId).SingleAsync()));
        Assert.Contains("Welcome", (await visitor.GetAsync("/notifications")).Is(200).Text, StringComparison.Ordinal);
        await site.RunJobsAsync();
        Assert.Equal(before + 1, await site.Rows(d => d.SiteCounters.Where(c => c.Name == ForumEngine.Statistics.SiteCounter.Members).Select(c => c.Value).SingleAsync()));
        (await guest.GetAsync($"/members/{id}")).Is(200);
        Assert.Contains(name, (await other.GetAsync($"/members/find?q={name}")).Is(200).Text, StringComparison.Ordinal);
    }
}
