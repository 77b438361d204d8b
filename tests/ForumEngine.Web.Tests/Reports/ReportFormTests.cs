using ForumEngine.Groups;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Reports;

public sealed class ReportFormTests
{
    [Theory, EveryDatabase]
    public async Task A_post_is_reported_decided_on_and_answered(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        var author = await site.NewMemberAsync();
        var thread = await site.ThreadAsync(board, author, "Cheap watches");
        var post = await PostOfAsync(site, thread);
        var moderator = await site.NewMemberAsync(Group.Moderators);
        await site.ModeratorAsync(board, moderator);
        using var reader = await site.NewVisitorAsync();
        using var staff = await site.VisitorAsync(moderator);

        Assert.NotNull((await reader.GetAsync($"/threads/{thread.Id}")).Html.QuerySelector($"#floor-1 .menu a[href='/posts/{post}/report']"));
        Assert.Equal($"/posts/{post}/report", (await reader.PostFormAsync($"/posts/{post}/report", new { Category = "spam", Message = "Sold here before" })).Is(303).Location);
        Assert.Contains("Sold here before", (await reader.GetAsync($"/posts/{post}/report")).Is(200).Text, StringComparison.Ordinal);

        var desk = (await staff.GetAsync("/desk")).Is(200);
        var decide = desk.Html.QuerySelectorAll(".inbox li > a").Select(a => a.GetAttribute("href")!).Last(h => h.StartsWith("/desk/reports/", StringComparison.Ordinal));
        Assert.Contains("Sold here before", (await staff.GetAsync(decide)).Is(200).Text, StringComparison.Ordinal);
        (await staff.PostFormAsync(decide, new { Outcome = "upheld", Note = "Removed" })).Is(303);
        Assert.DoesNotContain(decide, (await staff.GetAsync("/desk")).Body, StringComparison.Ordinal);
        var told = (await reader.GetAsync("/notifications")).Text;
        Assert.Contains("Your report of a post in Cheap watches was upheld", told, StringComparison.Ordinal);
        Assert.Contains("Removed", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_refused_comes_back_as_typed()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var post = await PostOfAsync(site, await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync()));
        using var reader = await site.NewVisitorAsync();
        var url = $"/posts/{post}/report";
        var answer = (await reader.PostFormAsync(url, new { Category = "nonsense", Message = "What I saw" })).Is(422);
        Assert.Equal("What I saw", answer.Html.QuerySelector("textarea[name=Message]")!.TextContent);
        Assert.Contains("category", answer.Html.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        (await reader.PostFormAsync(url, new { Category = "other", Message = "" })).Is(422);
        (await reader.PostFormAsync(url, new { Category = "other", Message = new string('x', 501) })).Is(422);
    }

    [Fact]
    public async Task Guests_sign_in_first_and_what_may_not_be_seen_is_not_there()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var author = await site.NewMemberAsync();
        var post = await PostOfAsync(site, await site.ThreadAsync(await site.BoardAsync(), author));
        var secret = await PostOfAsync(site, await site.ThreadAsync(await site.BoardAsync(hidden: true), author));
        using var guest = site.Visitor();
        using var reader = await site.NewVisitorAsync();
        using var own = await site.VisitorAsync(author);
        Assert.StartsWith("/account/login", (await guest.GetAsync($"/posts/{post}/report")).Is(302).Location!, StringComparison.Ordinal);
        (await reader.GetAsync($"/posts/{secret}/report")).Is(404);
        (await own.GetAsync($"/posts/{post}/report")).Is(403);
        (await reader.GetAsync("/desk/reports/1")).Is(404);
    }

    private static Task<long> PostOfAsync(Site site, Thread thread) =>
        site.Rows(db => db.Posts.Where(p => p.ThreadId == thread.Id && p.Floor == 1).Select(p => p.Id).SingleAsync());
}
