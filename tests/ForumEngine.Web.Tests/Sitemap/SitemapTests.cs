using System.Xml.Linq;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;

namespace ForumEngine.Web.Tests.Sitemap;

public sealed class SitemapTests
{
    [Theory, EveryDatabase]
    public async Task The_sitemap_names_what_guests_may_read_and_nothing_else(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var author = await site.NewMemberAsync();
        var (open, hidden, reserved) = (await site.BoardAsync("Open"), await site.BoardAsync("Hidden", hidden: true), await site.BoardAsync("Reserved"));
        foreach (var group in (int[])[7, 11]) await site.CellAsync(reserved, group, BoardRight.View, allow: false);
        var listed = new List<Thread> { await site.ThreadAsync(open, author), await site.ThreadAsync(open, author, adjust: t => t.Sticky = Sticky.Site) };
        var target = listed[0].Id;
        List<Thread> others =
        [
            await site.ThreadAsync(open, author, adjust: t => t.State = ContentState.Recycled),
            await site.ThreadAsync(open, author, adjust: t => t.State = ContentState.Hidden),
            await site.ThreadAsync(open, author, adjust: t => t.ReadLevel = 200),
            await site.ThreadAsync(open, author, adjust: t => t.RedirectToThreadId = target),
            await site.ThreadAsync(hidden, author),
            await site.ThreadAsync(reserved, author),
        ];
        using var guest = site.Visitor();
        using var founder = await site.FounderAsync();
        foreach (var visitor in (Visitor[])[guest, founder])
        {
            var urls = await UrlsAsync(visitor);
            Assert.Equal(urls.Count, urls.Distinct().Count());
            Assert.All(listed, t => Assert.Contains($"/threads/{t.Id}", urls));
            Assert.All(others, t => Assert.DoesNotContain($"/threads/{t.Id}", urls));
            Assert.Contains($"/boards/{open.Id}", urls);
            Assert.DoesNotContain($"/boards/{hidden.Id}", urls);
            Assert.DoesNotContain($"/boards/{reserved.Id}", urls);
            foreach (var url in urls) (await guest.GetAsync(url)).Is(200);
        }
        (await guest.GetAsync($"/sitemap/boards/{hidden.Id}/0.xml")).Is(404);
        (await founder.GetAsync($"/sitemap/boards/{hidden.Id}/0.xml")).Is(404);
    }

    /// <summary>X-Forum-Queries is written when the answer begins: it tells that rows went out before the last were read.</summary>
    [Theory, EveryDatabase]
    public async Task A_large_part_is_sent_while_it_is_read(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (large, small) = (await site.BoardAsync("Large"), await site.BoardAsync("Small"));
        await FillAsync(site, large, 4500);
        await FillAsync(site, small, 3);
        using var guest = site.Visitor();
        await guest.GetAsync("/sitemap/pages.xml");
        var whole = (await guest.GetAsync($"/sitemap/boards/{small.Id}/0.xml")).Is(200);
        var part = (await guest.GetAsync($"/sitemap/boards/{large.Id}/0.xml")).Is(200);
        Assert.Equal(4500, Places(part).Count);
        Assert.True(part.Queries < whole.Queries, $"The first rows were sent after {part.Queries} queries, all of three threads take {whole.Queries}.");
    }

    [Fact]
    public async Task Robots_are_led_to_the_sitemap_and_kept_from_what_is_not_for_them()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var guest = site.Visitor();
        var robots = (await guest.GetAsync("/robots.txt")).Is(200);
        Assert.StartsWith("text/plain", robots.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains($"Sitemap: {new Uri(site.Url, "/sitemap.xml")}\n", robots.Body, StringComparison.Ordinal);
        foreach (var path in (string[])["/desk", "/admin", "/account", "/search"]) Assert.Contains($"Disallow: {path}\n", robots.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_are_kept_from_a_site_that_is_not_set_up()
    {
        using var folder = new TemporaryFolder();
        await using var site = await BareSite.StartAsync(new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={folder.File("empty.db")}"));
        await site.Service<SchemaState>().MigrateAsync(default);
        using var client = new HttpClient { BaseAddress = site.Url };
        Assert.Equal("User-agent: *\nDisallow: /\n", await client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative)));
    }

    private static async Task<List<string>> UrlsAsync(Visitor visitor)
    {
        List<string> urls = [];
        foreach (var part in Places((await visitor.GetAsync("/sitemap.xml")).Is(200))) urls.AddRange(Places((await visitor.GetAsync(part)).Is(200)));
        return urls;
    }

    private static List<string> Places(Answer answer) =>
        [.. XDocument.Parse(answer.Body).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).PathAndQuery)];

    private static Task<int> FillAsync(Site site, Board board, int count) => site.Rows(async db =>
    {
        db.Threads.AddRange(Enumerable.Range(1, count).Select(i => new Thread
        {
            BoardId = board.Id,
            Title = $"Thread {i}",
            AuthorName = "x",
            LastAuthorName = "x",
            CreatedAt = site.Now,
            LastPostAt = site.Now,
            LastFloor = 1,
        }));
        return await db.SaveChangesAsync();
    });
}
