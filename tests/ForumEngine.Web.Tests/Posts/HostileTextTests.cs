using System.Text.Json;
using ForumEngine.Posts;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Posts;

/// <summary>What people (and machines) type: it is kept as typed, and shown as text and nothing else.</summary>
public sealed class HostileTextTests
{
    [Theory, EveryDatabase]
    public async Task Odd_titles_and_texts_are_shown_as_text_and_come_back_unchanged(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        using var visitor = await site.NewVisitorAsync();
        foreach (var text in Samples("unicode/naughty.jsonl", "input", db == Db.Sqlite ? 400 : 60))
        {
            var (title, body) = (Cut(PostText.CleanTitle("t " + text), 70), "b " + text + " end");
            var posted = (await visitor.PostFormAsync($"/boards/{board.Id}/new", new { Title = title, Body = body })).Is(303).Location!;
            Assert.Equal(title, (await visitor.OpenAsync(posted)).Html.QuerySelector("h1")!.TextContent);
            var post = await FirstPostAsync(site, posted);
            Assert.Equal(PostText.CleanBody(body), post.Body);
            var url = $"/posts/{post.Id}/edit";
            Assert.Equal(post.Body, Visitor.FieldsOf(Visitor.FormOn(await visitor.OpenAsync(url), url))["Body"].Replace("\r\n", "\n", StringComparison.Ordinal));
        }
        (await visitor.GetAsync($"/boards/{board.Id}")).Is(200);
    }

    /// <summary>Each answer is checked for scripts, styles and handlers by <see cref="SecurityPolicy"/>.</summary>
    [Theory, EveryDatabase]
    public async Task Attacks_in_a_post_are_text(Db db)
    {
        var site = await Site.OnAsync(db);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var visitor = await site.NewVisitorAsync();
        foreach (var some in Samples("xss/payloads.jsonl", "payload", db == Db.Sqlite ? 2000 : 100).Chunk(50))
        {
            var posted = (await visitor.PostFormAsync($"/threads/{thread.Id}/reply", new { Body = string.Join("\n", some) })).Is(303);
            (await visitor.GetAsync(posted.Location!.Split('#')[0])).Is(200);
        }
    }

    [Fact]
    public async Task Attacks_in_a_refused_form_are_text_too()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        using var visitor = await site.NewVisitorAsync();
        foreach (var some in Samples("xss/payloads.jsonl", "payload", 2000).Chunk(100))
        {
            var text = string.Join("\n", some);
            var answer = (await visitor.PostFormAsync($"/boards/{board.Id}/new", new { Title = text, Body = text })).Is(422);
            Assert.Equal(text, answer.Html.QuerySelector("textarea[name=Body]")!.TextContent);
        }
    }

    [Fact]
    public async Task Attacks_in_a_search_are_text()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var guest = await site.NewVisitorAsync();
        foreach (var text in Samples("xss/payloads.jsonl", "payload", 300))
            Assert.True((await guest.GetAsync("/search?q=" + Uri.EscapeDataString(text))).Code is 200 or 422);
    }

    private static async Task<Post> FirstPostAsync(Site site, string threadUrl)
    {
        var thread = long.Parse(threadUrl.Split('/', '?')[2], null);
        return await site.Rows(d => d.Posts.SingleAsync(p => p.ThreadId == thread));
    }

    private static IEnumerable<string> Samples(string path, string name, int count)
    {
        foreach (var line in File.ReadLines(Checkout.Shared("data/corpora/" + path)).Where(l => l.Length > 0).Take(count))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty(name).GetString()!;
            // No browser sends NUL; the server refuses such a form as a whole. Some are meant to be too long.
            if (!text.Contains('\0', StringComparison.Ordinal) && text.Length < 19_000) yield return text;
        }
    }

    private static string Cut(string text, int length)
    {
        var info = new System.Globalization.StringInfo(text);
        var cut = info.LengthInTextElements <= length ? text : info.SubstringByTextElements(0, length);
        // One heap of accents is one character, but no column is that long.
        return cut.Length <= 255 ? cut : "too many accents";
    }
}
