using System.Globalization;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Posts;

/// <summary>What is refused says why, in the reader's language, and loses nothing that was typed.</summary>
public sealed class BadInputTests
{
    [Theory, EveryDatabase]
    public async Task A_thread_that_is_refused_comes_back_with_everything_typed(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        using var visitor = await site.NewVisitorAsync();
        var typed = "第一行\r\n<script>alert('&amp;')</script> [b]𠮷 😀[/b]";
        var answer = (await visitor.PostFormAsync($"/boards/{board.Id}/new", new { Title = "", Body = typed })).Is(422);
        Assert.Equal(typed, answer.Html.QuerySelector("textarea[name=Body]")!.TextContent);
        Assert.Equal("true", answer.Html.QuerySelector("[name=Title]")!.GetAttribute("aria-invalid"));
        // What comes back can be mended and sent as it is.
        var form = Visitor.FormOn(answer, $"/boards/{board.Id}/new");
        (await visitor.SubmitAsync(form, $"/boards/{board.Id}/new", new { Title = "Now with a title" })).Is(303);
    }

    [Theory]
    [InlineData("en", "short")]
    [InlineData("zh-CN", "字")]
    public async Task The_message_is_in_the_language_of_the_reader(string language, string word)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var visitor = await site.NewVisitorAsync(language: language);
        var answer = (await visitor.PostFormAsync($"/threads/{thread.Id}/reply", new { Body = "x" })).Is(422);
        Assert.Contains(word, answer.Html.QuerySelector(".err")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Body=", 422)]
    [InlineData("Body=x", 422)]
    [InlineData("", 422)]
    [InlineData("Body=long+enough&SubmissionId=not-a-guid", 422, 303)]
    [InlineData("Body=long+enough&QuotePostId=nonsense", 422, 303)]
    [InlineData("Body=long+enough&QuotePostId=99999999999999999999999", 422, 303)]
    [InlineData("Body=long+enough&Body=and+once+more", 422, 303)]
    [InlineData("Body=long+enough&QuotePostId=123456789", 303)]
    [InlineData("Body=long+enough&Unknown=1&Around.Title=x&Post.Html=y", 303)]
    public async Task Missing_wrong_and_repeated_fields_never_break_the_page(string fields, params int[] expected)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var visitor = await site.NewVisitorAsync();
        var url = $"/threads/{thread.Id}/reply";
        var token = Visitor.FieldsOf(Visitor.FormOn(await visitor.OpenAsync(url), url))["__RequestVerificationToken"];
        var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent($"{fields}&__RequestVerificationToken={Uri.EscapeDataString(token)}", null, "application/x-www-form-urlencoded"),
        });
        Assert.True(expected.Contains(answer.Code), $"{answer.Code} {answer.Text}\n{site.Log}");
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_there_is_404(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync());
        using var visitor = await site.NewVisitorAsync();
        string[] urls =
        [
            "/boards/999999", "/boards/999999/new", "/boards/0", "/boards/-1", "/boards/x", "/boards/99999999999999", $"/boards/{board.Id}?page=2",
            $"/boards/{board.Id}?page=0", $"/boards/{board.Id}?page=-1", $"/boards/{board.Id}?page=2147483647", $"/boards/{board.Id}?order=views&page=2147483647",
            "/threads/999999", "/threads/999999/reply", "/threads/0", "/threads/-1", "/threads/x", "/threads/99999999999999999999",
            $"/threads/{thread.Id}?page=2", $"/threads/{thread.Id}?page=0", $"/threads/{thread.Id}?page=2147483647", $"/threads/{thread.Id}?order=desc&page=2147483647",
            "/posts/999999", "/posts/999999/edit", "/posts/999999/delete", "/posts/x", "/members/999999", "/members/999999/threads", "/members/999999/replies", "/darkroom/999999",
            "/pages/nothing", "/announcements/999999", "/desk", "/desk/sanctions/new", "/admin/boards", "/admin/site",
        ];
        List<string> wrong = [];
        foreach (var url in urls)
            if ((await visitor.GetAsync(url)).Code is var code and not 404) wrong.Add($"{url}: {code}");
        Expect.None(wrong);
    }

    [Theory]
    [InlineData("page=abc"), InlineData("page="), InlineData("page=99999999999999999999"), InlineData("order=nonsense"), InlineData("author=abc")]
    [InlineData("author=0"), InlineData("floor=-5"), InlineData("page=1&page=2"), InlineData("%00=%00"), InlineData("page=%EF%BC%91"), InlineData("a[]=1&b[x]=2")]
    public async Task Nonsense_in_an_address_is_never_an_error_of_the_server(string query)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync());
        using var guest = site.Visitor();
        foreach (var url in (string[])["/", $"/boards/{board.Id}", $"/threads/{thread.Id}", "/search", "/darkroom", "/account/login"])
        {
            var answer = await guest.GetAsync($"{url}?{query}");
            Assert.True(answer.Code < 500, $"{url}?{query}: {answer.Code}\n{site.Log}");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_reply_to_a_closed_thread_is_refused_with_the_reason_and_the_text_stays(Db db)
    {
        var site = await Site.OnAsync(db);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var visitor = await site.NewVisitorAsync();
        var url = $"/threads/{thread.Id}/reply";
        var form = Visitor.FormOn(await visitor.OpenAsync(url), url);
        await site.Rows(d => d.Threads.Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.IsClosed, true)));
        var answer = (await visitor.SubmitAsync(form, url, new { Body = "Written while it was open" })).Is(403);
        Assert.Contains("closed", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Written while it was open", answer.Html.QuerySelector("textarea[name=Body]")!.TextContent, StringComparison.Ordinal);
        (await visitor.GetAsync(url)).Is(403);
    }

    [Theory]
    [InlineData(ContentState.Recycled, 410)]
    [InlineData(ContentState.Hidden, 404)]
    public async Task A_deleted_or_hidden_thread_is_gone_for_readers_and_writers(ContentState state, int code)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), "Not to be read", adjust: t => t.State = state);
        using var visitor = await site.NewVisitorAsync();
        var answer = (await visitor.GetAsync($"/threads/{thread.Id}")).Is(code);
        Assert.DoesNotContain("Not to be read", answer.Body, StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync($"/threads/{thread.Id}/reply")).Code is 403 or 404 or 410);
    }

    [Fact]
    public async Task A_moved_thread_answers_301_to_where_it_went()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), adjust: t => t.RedirectToThreadId = 4711);
        using var guest = site.Visitor();
        Assert.Equal("/threads/4711", (await guest.GetAsync($"/threads/{thread.Id}")).Is(301).Location);
    }

    [Fact]
    public async Task A_second_post_within_fifteen_seconds_is_429_and_says_when()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Posting.FloodSeconds", "15");
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var visitor = await site.NewVisitorAsync();
        (await visitor.PostFormAsync($"/threads/{thread.Id}/reply", new { Body = "The first one" })).Is(303);
        var answer = (await visitor.PostFormAsync($"/threads/{thread.Id}/reply", new { Body = "The second one" })).Is(429);
        Assert.InRange(int.Parse(answer.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 15);
        Assert.Equal("The second one", answer.Html.QuerySelector("textarea[name=Body]")!.TextContent);
    }

    [Fact]
    public async Task A_guest_is_sent_to_the_sign_in_page_and_back()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        using var guest = site.Visitor();
        Assert.Equal($"/account/login?returnUrl=%2Fboards%2F{board.Id}%2Fnew", (await guest.GetAsync($"/boards/{board.Id}/new")).Is(302).Location);
    }
}
