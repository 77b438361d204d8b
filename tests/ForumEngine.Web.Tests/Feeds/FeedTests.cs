using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Feeds;

public sealed class FeedTests
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Theory, EveryDatabase]
    public async Task A_board_has_its_newest_threads_as_a_feed(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync("Fresh");
        var author = await site.NewMemberAsync();
        for (var i = 1; i <= 22; i++) await site.ThreadAsync(board, author, $"Thread {i}");
        var other = await site.ThreadAsync(await site.BoardAsync("Elsewhere"), author, "Not here");
        using var guest = site.Visitor();
        var answer = (await guest.GetAsync($"/feeds/boards/{board.Id}.rss")).Is(200);
        var items = XDocument.Parse(answer.Body).Descendants("item").ToList();
        Assert.Equal(Enumerable.Range(3, 20).Reverse().Select(i => $"Thread {i}"), items.Select(i => i.Element("title")!.Value));
        Assert.StartsWith(site.Url.ToString(), items[0].Element("link")!.Value, StringComparison.Ordinal);
        Assert.Equal(items[0].Element("link")!.Value, items[0].Element("guid")!.Value);
        Assert.Contains("Text of floor 1", items[0].Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.Contains("Not here", (await guest.GetAsync("/feeds/threads.rss")).Is(200).Body, StringComparison.Ordinal);
        Assert.Contains($"/feeds/boards/{board.Id}.rss", (await guest.OpenAsync($"/boards/{board.Id}")).Html.QuerySelector("link[rel=alternate]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEqual(0, other.Id);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_is_not_sent_again()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var author = await site.NewMemberAsync();
        await site.ThreadAsync(board, author);
        using var guest = site.Visitor();
        var first = (await guest.GetAsync($"/feeds/boards/{board.Id}.rss")).Is(200);
        Assert.Contains("max-age", first.Header("Cache-Control"), StringComparison.Ordinal);
        async Task<HttpStatusCode> AgainAsync(string header, string value)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/feeds/boards/{board.Id}.rss");
            request.Headers.TryAddWithoutValidation(header, value);
            return (await guest.SendAsync(request)).Status;
        }
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync("If-None-Match", first.Header("ETag")!));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync("If-Modified-Since", first.Header("Last-Modified")!));
        await site.ThreadAsync(board, author, "News");
        Assert.Equal(HttpStatusCode.OK, await AgainAsync("If-None-Match", first.Header("ETag")!));
    }

    [Fact]
    public async Task Boards_that_guests_may_not_see_have_no_feed_for_anybody()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var hidden = await site.BoardAsync(hidden: true);
        await site.ThreadAsync(hidden, await site.NewMemberAsync(), "hiddenfeedword");
        using var founder = await site.FounderAsync();
        (await founder.GetAsync($"/feeds/boards/{hidden.Id}.rss")).Is(404);
        (await founder.GetAsync("/feeds/boards/999999.rss")).Is(404);
        Assert.DoesNotContain("hiddenfeedword", (await founder.GetAsync("/feeds/threads.rss")).Is(200).Body, StringComparison.Ordinal);
        Assert.Null((await founder.OpenAsync($"/boards/{hidden.Id}")).Html.QuerySelector("link[rel=alternate]"));
    }

    [Fact]
    public async Task Whatever_was_written_the_feed_stays_well_formed()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var author = await site.NewMemberAsync();
        var thread = await site.ThreadAsync(board, author);
        using var guest = site.Visitor();
        string[] own = ["]]></title>", "a\u0001b\u000bc", "lone \ud800 half", "\uffff \ufffe", "<script>&amp;", "😀"];
        foreach (var text in own.Concat(Corpus().Take(150)))
        {
            var title = text.Length > 200 ? text[..200] : text;
            await site.Rows(d => d.Threads.Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Title, title)));
            await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Html, """<a href="/threads/1">""" + text)));
            var item = XDocument.Parse((await guest.GetAsync($"/feeds/boards/{board.Id}.rss")).Is(200).Body).Descendants("item").Single();
            Assert.StartsWith($"""<a href="{site.Url}threads/1">""", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        }
        Assert.Equal("😀", ForumEngine.Web.Feeds.XmlText.Clean("\u0001😀\ud800\uffff"));
    }

    private static IEnumerable<string> Corpus() => File.ReadLines(Checkout.Shared("data/corpora/unicode/naughty.jsonl")).Where(l => l.Length > 0)
        .Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("input").GetString()!).Where(t => !t.Contains('\0', StringComparison.Ordinal));
}
