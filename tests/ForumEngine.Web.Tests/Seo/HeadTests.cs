using System.Text.Json;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Seo;

/// <summary>What search engines, social networks and other machines read of a page.</summary>
public sealed class HeadTests
{
    private const string BaseUrl = "https://forum.example.test";

    [Fact]
    public async Task Titles_and_descriptions_come_from_the_settings()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Site.Name", "Town");
        await site.SetAsync("Seo.ThreadTitle", "{title} by {member} | {board} | {tagline} | {site}");
        await site.SetAsync("Seo.BoardTitle", "{board} | {site}");
        await site.SetAsync("Seo.ThreadDescription", "{title}: {excerpt}");
        var board = await site.BoardAsync("Meadow");
        var author = await site.MemberAsync("maria");
        var thread = await site.ThreadAsync(board, author, "Cows", replies: 15);
        for (var i = 0; i < 25; i++) await site.ThreadAsync(board, author);
        using var guest = site.Visitor();
        var page = await guest.OpenAsync($"/threads/{thread.Id}?page=2");
        Assert.Equal("Cows by maria | Meadow | Town - Page 2", page.Html.Title);
        Assert.StartsWith("Cows: Text of floor", page.Html.QuerySelector("meta[name=description]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal("Meadow | Town", (await guest.OpenAsync($"/boards/{board.Id}")).Html.Title);
        Assert.Equal("Meadow | Town - Page 2", (await guest.OpenAsync($"/boards/{board.Id}?page=2")).Html.Title);
        Assert.Equal("Town", (await guest.OpenAsync("/")).Html.Title);
        Assert.Equal("maria - Town", (await guest.OpenAsync($"/members/{author.Id}")).Html.Title);
    }

    [Fact]
    public async Task Addresses_are_the_sites_own_and_variants_of_a_list_have_none()
    {
        await using var site = await Site.StartAsync(Db.Sqlite, null, $"--Site:BaseUrl={BaseUrl.Replace("https", "http", StringComparison.Ordinal)}");
        var board = await site.BoardAsync();
        var author = await site.NewMemberAsync();
        var thread = await site.ThreadAsync(board, author, replies: 25);
        using var guest = site.Visitor();
        var root = BaseUrl.Replace("https", "http", StringComparison.Ordinal);
        async Task<(string? Canonical, string? Previous, string? Next, bool NoIndex)> HeadOf(string url)
        {
            var head = (await guest.OpenAsync(url)).Html.Head!;
            return (head.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), head.QuerySelector("link[rel=prev]")?.GetAttribute("href"),
                head.QuerySelector("link[rel=next]")?.GetAttribute("href"), head.QuerySelector("meta[name=robots][content=noindex]") is not null);
        }

        var at = $"{root}/threads/{thread.Id}";
        Assert.Equal((at, null, $"{at}?page=2", false), await HeadOf($"/threads/{thread.Id}"));
        Assert.Equal(($"{at}?page=2", at, $"{at}?page=3", false), await HeadOf($"/threads/{thread.Id}?page=2"));
        Assert.Equal((null, true), await HeadOf($"/threads/{thread.Id}?order=desc") is var (c, _, _, n) ? (c, n) : default);
        Assert.Equal((null, true), await HeadOf($"/threads/{thread.Id}?author={author.Id}") is var (c2, _, _, n2) ? (c2, n2) : default);
        Assert.Equal(($"{root}/boards/{board.Id}", null, null, false), await HeadOf($"/boards/{board.Id}?page=1"));
        Assert.Equal((null, true), await HeadOf($"/boards/{board.Id}?order=created") is var (c3, _, _, n3) ? (c3, n3) : default);
        Assert.Equal(($"{root}/members/{author.Id}", false), await HeadOf($"/members/{author.Id}") is var (c4, _, _, n4) ? (c4, n4) : default);
    }

    [Fact]
    public async Task A_shared_thread_has_a_card_with_its_first_picture()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), "A picture");
        using var guest = site.Visitor();
        Assert.EndsWith(".png", await MetaAsync("og:image"), StringComparison.Ordinal);
        await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Html, """<p>See</p><img src="https://pictures.example.test/a.jpg?x=1&amp;y=2" alt="">""")));
        Assert.Equal("https://pictures.example.test/a.jpg?x=1&y=2", await MetaAsync("og:image"));
        Assert.Equal("article", await MetaAsync("og:type"));
        Assert.Equal("A picture", await MetaAsync("og:title"));
        Assert.NotNull(await MetaAsync("article:published_time"));

        async Task<string> MetaAsync(string name) =>
            (await guest.OpenAsync($"/threads/{thread.Id}")).Html.QuerySelector($"meta[property='{name}']")!.GetAttribute("content")!;
    }

    [Fact]
    public async Task A_thread_tells_machines_what_its_page_shows_and_nothing_withheld()
    {
        const string Title = "</script><script>alert(1)</script><!--";
        var site = await Site.OnAsync(Db.Sqlite);
        var author = await site.NewMemberAsync();
        var thread = await site.ThreadAsync(await site.BoardAsync(), author, Title, replies: 4);
        await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id && p.Floor == 3)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.State, ContentState.Recycled).SetProperty(x => x.Html, "withheldword")));
        using var founder = await site.FounderAsync();
        Assert.DoesNotContain((await founder.OpenAsync($"/threads/{thread.Id}")).Html.QuerySelectorAll("script[type='application/ld+json']"), e => e.TextContent.Contains("DiscussionForumPosting", StringComparison.Ordinal));
        using var guest = site.Visitor();
        var block = (await guest.OpenAsync($"/threads/{thread.Id}")).Html.QuerySelectorAll("script[type='application/ld+json']").Single().TextContent;
        Assert.DoesNotContain('<', block);
        Assert.DoesNotContain("withheldword", block, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(block);
        var posting = json.RootElement.GetProperty("@graph").EnumerateArray().Single(t => t.GetProperty("@type").GetString() == "DiscussionForumPosting");
        Assert.Equal(Title, posting.GetProperty("headline").GetString());
        Assert.Equal(author.UserName, posting.GetProperty("author").GetProperty("name").GetString());
        Assert.Contains("Text of floor 1", posting.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal([2, 4, 5], posting.GetProperty("comment").EnumerateArray().Select(c => c.GetProperty("position").GetInt32()));
    }
}
