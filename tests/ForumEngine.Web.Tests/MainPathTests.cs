using ForumEngine.Boards;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests;

/// <summary>What everybody does, through the real pages.</summary>
public sealed class MainPathTests
{
    [Theory, EveryDatabase]
    public async Task A_stranger_registers_starts_a_thread_and_others_answer_quote_and_change_it(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync($"Board {Guid.NewGuid():N}", await site.CategoryAsync());
        var (annName, bobName) = (NewName("Ann"), NewName("小明"));

        using var ann = site.Visitor();
        (await ann.RegisterAsync(annName)).Is(303);
        Assert.Contains(annName, (await ann.OpenAsync("/")).Text, StringComparison.Ordinal);

        var started = (await ann.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Which bike for the hills?", Body = "I look for a [b]light[/b] one.\nAny advice?" })).Is(303);
        Assert.Matches(@"^/threads/\d+\?page=1#floor-1$", started.Location);
        var threadUrl = started.Location!.Split('?')[0];
        var thread = await ann.OpenAsync(threadUrl);
        Assert.Equal("Which bike for the hills?", thread.Html.QuerySelector("h1")!.TextContent);
        Assert.Equal("light", thread.Html.QuerySelector("#floor-1 b, #floor-1 strong")!.TextContent);

        using var bob = site.Visitor("zh-CN");
        (await bob.RegisterAsync(bobName)).Is(303);
        var reply = (await bob.PostFormAsync($"{threadUrl}/reply", new { Body = "买一辆公路车吧" }, page: threadUrl)).Is(303);
        Assert.Equal($"{threadUrl}?page=1#floor-2", reply.Location);

        var replyId = await PostIdAsync(site, threadUrl, 2);
        var quoted = (await ann.PostFormAsync($"{threadUrl}/reply", new { Body = "Thank you!" }, page: $"{threadUrl}/reply?quote={replyId}")).Is(303);
        Assert.EndsWith("#floor-3", quoted.Location, StringComparison.Ordinal);
        var third = (await ann.OpenAsync(threadUrl)).Html.QuerySelector("#floor-3")!;
        Assert.Contains("买一辆公路车吧", third.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/posts/{replyId}", third.InnerHtml, StringComparison.Ordinal);

        var firstId = await PostIdAsync(site, threadUrl, 1);
        (await ann.PostFormAsync($"/posts/{firstId}/edit", new { Title = "Which bike for the city?", Body = "Flat roads only." })).Is(303);
        using var guest = site.Visitor();
        var page = await guest.OpenAsync(threadUrl);
        Assert.Equal("Which bike for the city?", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("Flat roads only.", page.Html.QuerySelector("#floor-1")!.TextContent, StringComparison.Ordinal);

        (await bob.PostFormAsync($"/posts/{replyId}/delete")).Is(303);
        Assert.Null((await guest.OpenAsync(threadUrl)).Html.QuerySelector("#floor-2"));
        Assert.NotNull((await guest.OpenAsync(threadUrl)).Html.QuerySelector("#floor-3"));

        (await ann.SubmitAsync(Visitor.FormOn(await ann.OpenAsync("/"), "/account/logout"), "/account/logout", null)).Is(303);
        (await ann.GetAsync($"/boards/{board.Id}/new")).Is(302);
        await TheIndexAndTheBoardTellOfIt(site, guest, board, annName);
    }

    private static async Task TheIndexAndTheBoardTellOfIt(Site site, Visitor guest, Board board, string author)
    {
        await site.RunJobsAsync();
        var list = await guest.OpenAsync($"/boards/{board.Id}");
        Assert.Contains("Which bike for the city?", list.Text, StringComparison.Ordinal);
        Assert.Contains(author, list.Text, StringComparison.Ordinal);
        var stats = await site.Rows(db => db.BoardStats.SingleAsync(s => s.BoardId == board.Id));
        Assert.Equal((1, 2), (stats.Threads, stats.Posts));
        Assert.Contains("Which bike for the city?", (await guest.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    private static string NewName(string start) => $"{start}{Guid.NewGuid().ToString("N")[..6]}";

    private static Task<long> PostIdAsync(Site site, string threadUrl, int floor)
    {
        var id = long.Parse(threadUrl.Split('/')[^1], null);
        return site.Rows(db => db.Posts.Where(p => p.ThreadId == id && p.Floor == floor).Select(p => p.Id).SingleAsync());
    }
}
