using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace ForumEngine.Web.Tests.Hosting;

/// <summary>Errors as pages: an honest status, what happened, and the ways out.</summary>
public sealed class ErrorPageTests
{
    [Fact]
    public async Task What_is_not_there_leads_on_to_search_and_sign_in()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var guest = site.Visitor();
        var page = (await guest.GetAsync("/threads/99999999?page=2")).Is(404);
        Assert.NotNull(page.Html.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.NotNull(page.Html.QuerySelector("main a[href='/search']"));
        Assert.NotNull(page.Html.QuerySelector("main a[href='/account/login?returnUrl=%2Fthreads%2F99999999%3Fpage%3D2']"));
        Assert.Null(page.Html.QuerySelector("link[rel=canonical]"));
        using var member = await site.NewVisitorAsync();
        Assert.Null((await member.GetAsync("/threads/99999999")).Is(404).Html.QuerySelector("main a[href^='/account/login']"));
    }

    [Fact]
    public async Task A_reading_level_that_is_too_low_offers_another_account()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), "levelledtitle", adjust: t => t.ReadLevel = 250);
        using var member = await site.NewVisitorAsync();
        var page = (await member.GetAsync($"/threads/{thread.Id}")).Is(403);
        Assert.Contains("250", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("levelledtitle", page.Body, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("main a[href^='/account/login']"));
    }

    [Fact]
    public async Task A_dead_link_to_a_new_password_leads_to_another()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var guest = site.Visitor();
        Assert.NotNull((await guest.GetAsync("/account/reset?token=nonsense")).Is(403).Html.QuerySelector("main a[href='/account/forgot']"));
    }

    [Fact]
    public async Task A_reply_to_a_deleted_thread_keeps_the_text_and_does_not_tell_the_title()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), "forgottentitle");
        using var member = await site.NewVisitorAsync();
        var form = Visitor.FormOn((await member.GetAsync($"/threads/{thread.Id}/reply")).Is(200), $"/threads/{thread.Id}/reply");
        await site.Rows(d => d.Threads.Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.State, ContentState.Recycled)));
        var answer = (await member.SubmitAsync(form, $"/threads/{thread.Id}/reply", new { Body = "My own words" })).Is(410);
        Assert.DoesNotContain("forgottentitle", answer.Body, StringComparison.Ordinal);
        Assert.Contains("My own words", answer.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searching_too_soon_asks_to_wait_and_not_to_correct()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Reading.SearchSeconds", "60");
        using var member = await site.NewVisitorAsync();
        (await member.GetAsync("/search?q=one")).Is(200);
        var page = (await member.GetAsync("/search?q=two")).Is(429);
        Assert.NotNull(page.Header("Retry-After"));
        Assert.Contains("Please wait", page.Html.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_has_a_number_to_tell()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var guest = site.Visitor();
        (await guest.GetAsync("/")).Is(200);
        await site.Rows(d => d.Database.ExecuteSqlRawAsync("DROP TABLE board_stats"));
        var page = (await guest.GetAsync("/")).Is(500);
        var number = page.Html.QuerySelector("main code")!.TextContent;
        Assert.Contains(number, site.Log.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task While_the_database_is_down_the_page_still_knows_the_site(Db db)
    {
        await using var database = await TestDatabase.OpenAsync(db);
        var text = new MySqlConnectionStringBuilder(database.Options.ConnectionString);
        await using var line = new TcpForwarder(text.Server, (int)text.Port);
        text.Port = (uint)line.Port;
        line.Open();
        await using var site = await BareSite.StartAsync(new DatabaseOptions(DatabaseProvider.MySql, text.ToString()));
        await site.SetAsync("Site.Name", "Riverside");
        using var client = new HttpClient { BaseAddress = site.Url };
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        await client.GetStringAsync(new Uri("/account/login", UriKind.Relative));
        line.Close();
        string page;
        do
        {
            await Task.Delay(300);
            using var answer = await client.GetAsync(new Uri("/boards/1?page=2", UriKind.Relative));
            page = answer.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable ? await answer.Content.ReadAsStringAsync() : "";
        }
        while (page.Length == 0);
        Assert.Contains("Riverside", page, StringComparison.Ordinal);
        Assert.Contains("data-retry=", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/boards/1?page=2\"", page, StringComparison.Ordinal);
    }
}
