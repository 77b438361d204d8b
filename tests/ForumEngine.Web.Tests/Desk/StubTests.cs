using ForumEngine.Review;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Desk;

/// <summary>Links that moves leave, in the board's list and in the form; and what a move says of boards that review first.</summary>
public sealed class StubTests
{
    [Theory, EveryDatabase]
    public async Task A_link_is_chosen_in_the_list_and_deleted_alone_or_together_with_threads(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (here, there) = (await site.BoardAsync("Here"), await site.BoardAsync("There"));
        var author = await site.MemberAsync("author");
        using var founder = await site.FounderAsync();
        List<long> stubs = [];
        foreach (var name in new[] { "First", "Second" })
        {
            var thread = await site.ThreadAsync(here, author, name);
            (await founder.PostFormAsync("/desk/threads/act", new { Do = "move", BoardId = $"{there.Id}", Stub = "true" }, $"/desk/threads/act?id={thread.Id}&do=move")).Is(303);
            stubs.Add(await site.Rows(d => d.Threads.Where(t => t.RedirectToThreadId == thread.Id).Select(t => t.Id).SingleAsync()));
        }
        var rest = await site.ThreadAsync(here, author, "Third");
        var list = (await founder.GetAsync($"/boards/{here.Id}")).Is(200);
        Assert.NotNull(list.Html.QuerySelector($"input.pick[value='{stubs[0]}']"));
        Assert.Null((await site.Visitor().GetAsync($"/boards/{here.Id}")).Is(200).Html.QuerySelector("input.pick"));

        var ask = (await founder.GetAsync($"/desk/threads/act?id={stubs[0]}")).Is(200);
        Assert.Equal("delete", Visitor.FieldsOf(Visitor.FormOn(ask, "/desk/threads/act"))["Do"]);
        Assert.Single(ask.Html.QuerySelectorAll(".acts-tabs a"));
        (await founder.PostFormAsync("/desk/threads/act", new { Do = "marks", Closed = "1" }, $"/desk/threads/act?id={stubs[0]}")).Is(422);
        Assert.Equal($"/boards/{here.Id}", (await founder.PostFormAsync("/desk/threads/act", new { Reason = "old" }, $"/desk/threads/act?id={stubs[0]}")).Is(303).Location);
        var both = Visitor.FieldsOf(Visitor.FormOn(await founder.GetAsync($"/desk/threads/act?id={stubs[1]}&id={rest.Id}&do=delete"), "/desk/threads/act"));
        both.Remove("Id");
        Assert.StartsWith("/desk/acts?id=", (await founder.PostAsync("/desk/threads/act", both.Append(new("Id", $"{stubs[1]}")).Append(new("Id", $"{rest.Id}")))).Is(303).Location, StringComparison.Ordinal);
        Assert.Equal(0, await site.Rows(d => d.Threads.CountAsync(t => t.RedirectToThreadId != null)));
        Assert.Contains("/desk/threads/" + rest.Id, (await founder.GetAsync("/desk/bin")).Is(200).Body, StringComparison.Ordinal);
        Assert.Equal(2, await site.Rows(d => d.Threads.CountAsync(t => t.BoardId == there.Id)));
        Assert.Equal(2, await site.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.unstub")));
    }

    [Theory, EveryDatabase]
    public async Task A_move_into_a_board_that_reviews_first_says_that_the_thread_shows_at_once(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (here, there) = (await site.BoardAsync("Here"), await site.BoardAsync("There"));
        var thread = await site.ThreadAsync(here, await site.MemberAsync("author"));
        using var founder = await site.FounderAsync();
        var url = $"/desk/threads/act?id={thread.Id}&do=move";
        Assert.Null((await founder.GetAsync(url)).Is(200).Html.QuerySelector("#reviewed-hint"));
        await site.Rows(async d =>
        {
            d.ReviewPolicies.Add(new ReviewPolicy { Name = "All of it", Boards = $"{there.Id}" });
            await Storage.Versions.BumpAsync(d, Storage.Kinds.Review, default);
            return await d.SaveChangesAsync();
        });
        site.Service<Storage.Versions>().Forget();
        var page = (await founder.GetAsync(url)).Is(200);
        Assert.NotNull(page.Html.QuerySelector("#reviewed-hint"));
        Assert.Contains("reviewed", page.Html.QuerySelector($"#BoardId option[value='{there.Id}']")!.TextContent, StringComparison.Ordinal);
        (await founder.PostFormAsync("/desk/threads/act", new { Do = "move", BoardId = $"{there.Id}" }, url)).Is(303);
        (await site.Visitor().GetAsync($"/threads/{thread.Id}")).Is(200);
        Assert.Equal(there.Id, await site.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => t.BoardId).SingleAsync()));
    }
}
