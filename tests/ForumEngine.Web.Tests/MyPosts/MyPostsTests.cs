using System.Globalization;
using ForumEngine.Groups;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.MyPosts;

public sealed class MyPostsTests
{
    [Theory, EveryDatabase]
    public async Task Members_see_their_own_with_what_became_of_it_and_nobody_elses(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        var (member, other) = (await site.NewMemberAsync(), await site.NewMemberAsync());
        var plain = await site.ThreadAsync(board, member, "Plain one");
        await site.ThreadAsync(board, member, "In review", adjust: t => t.State = ContentState.Hidden);
        await site.ThreadAsync(board, member, "Deleted one", adjust: t => t.State = ContentState.Recycled);
        await site.ThreadAsync(board, member, "Nameless", adjust: t => t.IsAnonymous = true);
        await site.ThreadAsync(await site.BoardAsync(hidden: true), member, "Out of sight");
        var answered = await site.ThreadAsync(board, other, "Of another");
        await site.ReplyAsync(await site.ViewerAsync(member), answered, "My own words");
        using var mine = await site.VisitorAsync(member);

        Assert.Equal("/account/posts/threads", (await mine.GetAsync("/account/posts")).Is(302).Location);
        var threads = (await mine.GetAsync("/account/posts/threads")).Is(200);
        Assert.Equal(["Nameless Anonymous", "Deleted one Deleted", "In review In review", "Plain one"],
            threads.Html.QuerySelectorAll(".brief h2").Select(h => string.Join(' ', h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.NotNull(threads.Html.QuerySelector($".brief a[href='/threads/{plain.Id}']"));
        var replies = (await mine.GetAsync("/account/posts/replies")).Is(200);
        Assert.Contains("My own words", replies.Text, StringComparison.Ordinal);
        using var guest = site.Visitor();
        (await guest.GetAsync("/account/posts/threads")).Is(302);
    }

    [Fact]
    public async Task One_s_threads_are_paged_by_key()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var member = await site.NewMemberAsync();
        for (var i = 0; i < 23; i++) await site.ThreadAsync(board, member, $"Thread {i}");
        using var mine = await site.VisitorAsync(member);
        var first = (await mine.GetAsync("/account/posts/threads")).Is(200);
        var second = (await mine.GetAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Is(200);
        Assert.Equal((20, 3), (first.Html.QuerySelectorAll(".brief").Length, second.Html.QuerySelectorAll(".brief").Length));
        Assert.Null(second.Html.QuerySelector("a[rel=next]"));
    }

    [Theory, EveryDatabase]
    public async Task A_thread_is_scheduled_changed_stopped_and_published(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        var member = await site.NewMemberAsync(Group.Administrators);
        using var author = await site.VisitorAsync(member);
        var url = $"/boards/{board.Id}/new";
        (await author.PostFormAsync(url, new { Title = "Later", Body = "For tomorrow", PublishAt = "2001-01-01T10:00" })).Is(422);
        (await author.PostFormAsync(url, new { Title = "Later", Body = "For tomorrow", PublishAt = "soon" })).Is(422);
        Assert.False(await site.Rows(d => d.Threads.AnyAsync(t => t.BoardId == board.Id)));
        var tomorrow = (await site.ViewerAsync(member)).Now.AddDays(1).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        Assert.Equal("/account/posts/scheduled", (await author.PostFormAsync(url, new { Title = "Later", Body = "For tomorrow", Tags = "later", PublishAt = tomorrow })).Is(303).Location);

        var list = (await author.GetAsync("/account/posts/scheduled")).Is(200);
        var edit = list.Html.QuerySelector("td.main a")!.GetAttribute("href")!;
        var form = (await author.GetAsync(edit)).Is(200).Html;
        Assert.Equal(("Later", tomorrow, "later"), (form.QuerySelector("#Title")!.GetAttribute("value"), form.QuerySelector("#PublishAt")!.GetAttribute("value"), form.QuerySelector("#Tags")!.GetAttribute("value")));
        (await author.PostFormAsync(edit, new { Title = "Later still" })).Is(303);
        Assert.Contains("Later still", (await author.GetAsync("/account/posts/scheduled")).Text, StringComparison.Ordinal);
        using var other = await site.NewVisitorAsync(Group.Administrators);
        (await other.GetAsync(edit)).Is(404);
        var token = Visitor.FieldsOf(Visitor.FormOn(await author.GetAsync("/account/posts/scheduled"), $"{edit}/publish"));
        (await author.PostAsync($"{edit}/stop", token)).Is(303);
        (await author.PostAsync($"{edit}/stop", token)).Is(404);
        var thread = (await author.PostFormAsync($"{edit}/publish", null, "/account/posts/scheduled")).Is(303).Location!;
        Assert.Contains("Later still", (await author.GetAsync(thread)).Is(200).Text, StringComparison.Ordinal);
        (await author.GetAsync(edit)).Is(404);
        Assert.Contains("No threads are waiting", (await author.GetAsync("/account/posts/scheduled")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_time_the_form_of_a_waiting_thread_publishes_it()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var member = await site.NewMemberAsync(Group.Administrators);
        using var author = await site.VisitorAsync(member);
        var at = (await site.ViewerAsync(member)).Now.AddDays(2).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        (await author.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Not yet", Body = "Some text", PublishAt = at })).Is(303);
        var edit = (await author.GetAsync("/account/posts/scheduled")).Html.QuerySelector("td.main a")!.GetAttribute("href")!;
        var thread = (await author.PostFormAsync(edit, new { Body = "New text", PublishAt = "" })).Is(303).Location!;
        Assert.Contains("New text", (await author.GetAsync(thread)).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.Rows(d => d.Threads.CountAsync(t => t.BoardId == board.Id)));
    }
}
