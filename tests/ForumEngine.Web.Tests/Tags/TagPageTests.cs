using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Posts;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Tags;

public sealed class TagPageTests
{
    [Theory, EveryDatabase]
    public async Task Tags_are_typed_with_a_thread_and_lead_to_the_others(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        using var author = await site.NewVisitorAsync();
        var tag = Unique("C# 与");
        var thread = (await author.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Tagged", Body = "Some text", Tags = $"{tag}，{tag.ToUpperInvariant()}、other" })).Is(303).Location!.Split('?')[0];
        var link = (await author.GetAsync(thread)).Html.QuerySelectorAll(".thread-head a.tag")[0];
        Assert.Equal(tag, link.TextContent);
        using var guest = site.Visitor();
        var page = (await guest.GetAsync(link.GetAttribute("href")!)).Is(200);
        Assert.NotNull(page.Html.QuerySelector($".rows a[href='{thread}']"));
        Assert.EndsWith(link.GetAttribute("href")!, page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(link.GetAttribute("href"), (await guest.GetAsync($"/tags/{Uri.EscapeDataString(tag.ToUpperInvariant())}")).Is(301).Location);
        (await guest.GetAsync("/tags")).Is(200);
        (await guest.GetAsync("/tags?after=nonsense")).Is(404);
        (await guest.GetAsync("/tags/nobody-has-this")).Is(404);
        Assert.Contains(tag, System.Text.Json.JsonSerializer.Deserialize<string[]>((await author.GetAsync($"/tags/find?q={Uri.EscapeDataString(tag[..^4])}")).Is(200).Body)!);
        (await guest.GetAsync("/tags/find?q=a")).Is(302);
    }

    [Fact]
    public async Task A_tag_that_is_refused_comes_back_as_typed()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        using var author = await site.NewVisitorAsync();
        var again = (await author.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Tagged", Body = "Some text", Tags = "a1,a2,a3,a4,a5,a6" })).Is(422);
        Assert.Equal("a1,a2,a3,a4,a5,a6", again.Html.QuerySelector("[name=Tags]")!.GetAttribute("value"));
        Assert.NotNull(again.Html.QuerySelector("#Tags-error"));
    }

    [Theory, EveryDatabase]
    public async Task Staff_rename_close_and_merge_and_others_do_not_find_the_desk(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        var (one, two) = (Unique("one"), Unique("two"));
        var who = await site.ViewerAsync(await site.NewMemberAsync());
        var thread = (await site.StartAsync(who, board, choices: new PostChoices { Tags = $"{one},{two}" })).Value.ThreadId;
        var id = await site.Rows(d => d.Tags.Where(t => t.Name == one).Select(t => t.Id).SingleAsync());
        using var moderator = await site.NewVisitorAsync(Group.Moderators);
        (await moderator.GetAsync("/desk/tags")).Is(404);
        (await moderator.GetAsync($"/desk/tags/{id}")).Is(404);

        using var staff = await site.FounderAsync();
        Assert.NotNull((await staff.GetAsync($"/desk/tags?q={one}")).Is(200).Html.QuerySelector($"a[href='/desk/tags/{id}']"));
        Assert.Contains(two, (await staff.PostFormAsync($"/desk/tags/{id}/rename", new { Name = two }, $"/desk/tags/{id}")).Is(422).Html.QuerySelector("#Name-error")!.TextContent, StringComparison.Ordinal);
        (await staff.PostFormAsync($"/desk/tags/{id}/close", null, $"/desk/tags/{id}")).Is(303);
        using var guest = site.Visitor();
        (await guest.GetAsync($"/tags/{one}")).Is(410);
        (await staff.PostFormAsync($"/desk/tags/{id}/open", null, $"/desk/tags/{id}")).Is(303);
        (await staff.PostFormAsync($"/desk/tags/{id}/merge", new { Into = two }, $"/desk/tags/{id}")).Is(303);
        await Soon.IsAsync(() => site.Rows(d => d.Threads.AnyAsync(t => t.Id == thread && t.TagNames == two)), "thread under the other tag");
        Assert.Equal($"/tags/{two}", (await guest.GetAsync($"/tags/{one}")).Is(301).Location);
    }

    [Fact]
    public async Task The_author_changes_type_and_tags_in_the_edit_form_but_not_to_a_staff_type()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        await site.ChangeBoardsAsync(d => d.ThreadTypes.AddRange(
            new ThreadType { BoardId = board.Id, Name = "Question", Position = 1 }, new ThreadType { BoardId = board.Id, Name = "Official", Position = 2, StaffOnly = true }));
        var types = await site.Rows(d => d.ThreadTypes.Where(t => t.BoardId == board.Id).ToDictionaryAsync(t => t.Name, t => t.Id));
        var member = await site.NewMemberAsync();
        var place = (await site.StartAsync(await site.ViewerAsync(member), board, choices: new PostChoices { Tags = "before" })).Value;
        using var author = await site.VisitorAsync(member);
        var url = $"/posts/{place.PostId}/edit";
        var page = (await author.GetAsync(url)).Is(200);
        Assert.Equal(["0", $"{types["Question"]}"], page.Html.QuerySelectorAll("[name=TypeId] option").Select(o => o.GetAttribute("value")));
        (await author.PostFormAsync(url, new { TypeId = types["Official"] })).Is(422);
        (await author.PostFormAsync(url, new { TypeId = types["Question"], Tags = "after" })).Is(303);
        Assert.Equal((types["Question"], "after"), await site.Rows(d => d.Threads.Where(t => t.Id == place.ThreadId).Select(t => ValueTuple.Create(t.TypeId!.Value, t.TagNames)).SingleAsync()));
        Assert.Contains("[Question]", (await author.GetAsync($"/boards/{board.Id}?type={types["Question"]}")).Text, StringComparison.Ordinal);

        // Staff give it their type; the author mends a word and it stays.
        using var staff = await site.FounderAsync();
        (await staff.PostFormAsync(url, new { TypeId = types["Official"] })).Is(303);
        (await author.PostFormAsync(url, new { Body = "Some other text" })).Is(303);
        Assert.Equal(types["Official"], await site.Rows(d => d.Threads.Where(t => t.Id == place.ThreadId).Select(t => t.TypeId).SingleAsync()));
        (await author.PostFormAsync(url, new { TypeId = 0 })).Is(303);
        Assert.Null(await site.Rows(d => d.Threads.Where(t => t.Id == place.ThreadId).Select(t => t.TypeId).SingleAsync()));
    }

    private static string Unique(string start) => $"{start}{Guid.NewGuid().ToString("N")[..8]}";
}
