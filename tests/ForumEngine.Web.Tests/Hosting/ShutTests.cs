using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Hosting;

public sealed class ShutTests
{
    [Theory, EveryDatabase]
    public async Task A_closed_site_lets_staff_in_and_others_sign_in(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var board = await site.BoardAsync();
        using var founder = await site.FounderAsync();
        using var member = await site.NewVisitorAsync();
        using var guest = site.Visitor();
        await site.SetAsync("Door.MessageEn", "Back at noon <b>.");
        await site.SetAsync("Door.State", "closed");
        foreach (var (visitor, path) in from v in (Visitor[])[guest, member] from p in (string[])["/", $"/boards/{board.Id}", "/feeds/threads.rss", "/sitemap.xml", "/account/register", "/no/such/page", "/darkroom.json"] select (v, p))
        {
            var shut = (await visitor.GetAsync(path)).Is(503);
            Assert.Equal("600", shut.Header("Retry-After"));
            Assert.Contains("Back at noon <b>.", shut.Text, StringComparison.Ordinal);
        }
        foreach (var open in (string[])["/account/login", "/account/forgot", "/pages/terms", "/robots.txt", "/health/ready", "/health/live"]) (await guest.GetAsync(open)).Is(200);
        (await guest.SignInAsync(Template.Founder)).Is(303);
        foreach (var path in (string[])["/", $"/boards/{board.Id}", "/feeds/threads.rss"]) (await guest.GetAsync(path)).Is(200);
        Assert.Contains("closed", (await founder.GetAsync("/")).Is(200).Html.QuerySelector("body > .wrap .note")!.TextContent, StringComparison.Ordinal);
        (await founder.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Written inside", Body = "While it is closed." })).Is(303);

        await site.SetAsync("Door.State", "open");
        (await member.GetAsync("/")).Is(200);
    }

    [Theory, EveryDatabase]
    public async Task A_read_only_site_takes_nothing_and_gives_back_what_was_typed(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var board = await site.BoardAsync();
        using var founder = await site.FounderAsync();
        using var member = await site.NewVisitorAsync();
        var form = Visitor.FormOn(await member.OpenAsync($"/boards/{board.Id}/new"), $"/boards/{board.Id}/new");
        await site.SetAsync("Door.State", "readonly");
        var body = "A long text with a </textarea><script> in it,\nand a second line.";
        var refused = (await member.SubmitAsync(form, $"/boards/{board.Id}/new", new { Title = "Kept title", Body = body })).Is(503);
        Assert.Equal("600", refused.Header("Retry-After"));
        Assert.Equal(0, await site.Rows(d => d.Threads.CountAsync()));
        Assert.Equal(body, refused.Html.QuerySelector("textarea[name=Body]")!.TextContent.Trim());
        Assert.Equal("Kept title", refused.Html.QuerySelector("input[name=Title]")!.GetAttribute("value"));

        // Reading, signing in and the panel go on; everybody reads why nothing is taken.
        Assert.Contains("read-only", (await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelector("body > .wrap .note")!.TextContent, StringComparison.Ordinal);
        (await site.Visitor().SignInAsync(Template.Founder)).Is(303);
        (await founder.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Not me either", Body = "Nor now, not even I." })).Is(503);
        (await founder.PostFormAsync("/admin/site", new Dictionary<string, string> { ["Door.State"] = "open" })).Is(303);
        (await member.SubmitAsync(Visitor.FormOn(refused, $"/boards/{board.Id}/new"), $"/boards/{board.Id}/new", null)).Is(303);
        Assert.Equal("Kept title", await site.Rows(d => d.Threads.Select(t => t.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_password_is_not_given_back()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var member = await site.NewVisitorAsync();
        var form = Visitor.FormOn(await member.OpenAsync("/account/settings/password"), "/account/settings/password");
        await site.SetAsync("Door.State", "readonly");
        var refused = (await member.SubmitAsync(form, "/account/settings/password", new { CurrentPassword = "secret horse 1", Password = "secret horse 2", ConfirmPassword = "secret horse 2" })).Is(503);
        Assert.DoesNotContain("secret horse", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_in_force_on_the_other_node_within_a_second_and_opens_at_its_time()
    {
        await using var site = await Site.StartAsync(Db.MariaDb);
        await using var node = await site.BesideAsync();
        using var guest = node.Visitor();
        (await guest.GetAsync("/")).Is(200);
        await site.SetAsync("Door.Until", "2000-01-01 00:00");
        await site.SetAsync("Door.State", "closed");
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        (await guest.GetAsync("/")).Is(200);
        await site.SetAsync("Door.Until", "");
        await Soon.IsAsync(async () => (await guest.GetAsync("/")).Code == 503, "closed door");
    }
}
