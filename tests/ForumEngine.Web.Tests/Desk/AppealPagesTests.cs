using System.Diagnostics;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Web.Tests.Live;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Desk;

public sealed class AppealPagesTests(ITestOutputHelper output)
{
    [Theory, EveryDatabase]
    public async Task A_blocked_member_appeals_by_the_link_of_the_refusal_and_is_heard(Db db)
    {
        var site = await Site.OnAsync(db);
        var blocked = await site.NewMemberAsync();
        var member = await site.VisitorAsync(blocked);
        var issuer = await site.VisitorAsync(await site.MemberAsync($"issuer{blocked.Id}", Group.Administrators));
        var url = (await issuer.PostFormAsync("/desk/sanctions/new", new { blocked.UserName, Kind = "block", Days = "7", Reason = "Spam", RuleId = "10" })).Is(303).Location!;

        var refused = (await member.GetAsync("/")).Is(403);
        Assert.Contains("Spam", refused.Text, StringComparison.Ordinal);
        var link = refused.Html.QuerySelector("a[href*='/appeal?key=']")!.GetAttribute("href")!;
        // Without the session, and without the link: the one is enough, the other isn't.
        var stranger = site.Visitor();
        (await stranger.GetAsync($"{url}/appeal")).Is(302);
        (await stranger.GetAsync($"{url}/appeal?key=forged")).Is(302);
        (await stranger.GetAsync(link.Replace(url, "/darkroom/999999", StringComparison.Ordinal))).Is(302);
        (await stranger.GetAsync(link)).Is(200);
        (await stranger.PostFormAsync($"{url}/appeal", new { Message = " " }, link)).Is(422);
        var sent = (await stranger.PostFormAsync($"{url}/appeal", new { Message = "It was my brother" }, link)).Is(303);
        Assert.Contains("It was my brother", (await stranger.GetAsync(sent.Location!)).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("textarea", (await member.GetAsync($"{url}/appeal")).Is(200).Body, StringComparison.Ordinal);

        var appeal = await site.Rows(d => d.Appeals.Where(a => d.Sanctions.Any(s => s.Id == a.SanctionId && s.MemberId == blocked.Id)).Select(a => a.Id).SingleAsync());
        Assert.Contains("somebody else decides", (await issuer.GetAsync($"/desk/appeals/{appeal}")).Is(200).Text, StringComparison.Ordinal);
        var judge = await site.VisitorAsync(await site.MemberAsync($"judge{blocked.Id}", Group.Administrators));
        Assert.Contains("It was my brother", (await judge.GetAsync("/desk")).Is(200).Text, StringComparison.Ordinal);
        (await judge.PostFormAsync($"/desk/appeals/{appeal}", new { Outcome = "lifted", Answer = "" })).Is(422);
        (await judge.PostFormAsync($"/desk/appeals/{appeal}", new { Outcome = "lifted", Answer = "Believed" })).Is(303);
        (await member.GetAsync("/")).Is(200);
        var page = (await site.Visitor().GetAsync(url)).Is(200);
        Assert.Contains("Appeal granted", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("my brother", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("judge", page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_open_page_is_told_of_a_block_and_loses_its_connection_within_a_second(Db db)
    {
        var site = await Site.OnAsync(db);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        var loud = await site.NewMemberAsync();
        using var visitor = await site.VisitorAsync(loud);
        (await visitor.GetAsync($"/threads/{thread.Id}")).Is(200);
        await using var socket = await LiveSocket.OpenAsync(site, visitor);
        Assert.True(await socket.WatchAsync($"/threads/{thread.Id}"));
        var admin = await site.ViewerAsync(await site.MemberAsync($"chief{loud.Id}", Group.Administrators));
        var clock = Stopwatch.StartNew();
        var wish = new NewSanction(loud.UserName!, SanctionKind.Block, null, "1", null, "spam");
        Assert.Null((await site.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(admin, wish, default))).Refusal);
        var committed = clock.ElapsedMilliseconds;
        await socket.EndsAsync();
        output.WriteLine($"{db}: the page's connection ended {clock.ElapsedMilliseconds - committed} ms after the sanction was in force, {clock.ElapsedMilliseconds} ms after it was sent");
        (await visitor.GetAsync($"/threads/{thread.Id}")).Is(403);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 3000);
    }

    [Theory, EveryDatabase]
    public async Task A_page_that_is_open_on_another_node_loses_its_connection_within_seconds(Db db)
    {
        await using var site = await Site.StartAsync(db);
        await using var other = await site.BesideAsync();
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.MemberAsync("author"));
        var loud = await site.MemberAsync("loud");
        using var visitor = await other.VisitorAsync(loud);
        (await visitor.GetAsync($"/threads/{thread.Id}")).Is(200);
        await using var socket = await LiveSocket.OpenAsync(other, visitor);
        Assert.True(await socket.WatchAsync($"/threads/{thread.Id}"));
        // The other node looks once a second, and must have looked before.
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/desk/sanctions/new", new { loud.UserName, Kind = "block", Days = "1", Reason = "spam" })).Is(303);
        var clock = Stopwatch.StartNew();
        await socket.EndsAsync();
        output.WriteLine($"{db}: on another node the connection ended {clock.ElapsedMilliseconds} ms after the sanction");
        Assert.InRange(clock.ElapsedMilliseconds, 0, 8000);
        (await visitor.GetAsync($"/threads/{thread.Id}")).Is(403);
    }

    [Theory, EveryDatabase]
    public async Task The_form_offers_what_goes_with_the_kind_and_refuses_the_rest(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var loud = await site.MemberAsync("loud");
        await site.Rows(d => d.Members.Where(m => m.Id == loud.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Signature, "Buy now").SetProperty(x => x.Bio, "Seller").SetProperty(x => x.CustomTitle, "King")));
        using var founder = await site.FounderAsync();
        const string New = "/desk/sanctions/new";
        var block = (await founder.GetAsync($"{New}?kind=block")).Is(200);
        Assert.Equal(["CleanUpAvatar", "CleanUpSignature"], block.Html.QuerySelectorAll("[name^=CleanUp][checked]").Select(b => b.GetAttribute("name")));
        Assert.Equal("nolinks review mute block", block.Html.QuerySelector("[name=CleanUpBio]")!.Closest("label")!.GetAttribute("data-with"));
        Assert.Equal("mute block", block.Html.QuerySelector("[name=CleanUpTitle]")!.Closest("label")!.GetAttribute("data-with"));

        (await founder.PostFormAsync(New, new { loud.UserName, Kind = "nolinks", Days = "3", Reason = "x", CleanUpTitle = "true" })).Is(422);
        (await founder.PostFormAsync(New, new { loud.UserName, Kind = "lock", Days = "3", Reason = "x", CleanUpSignature = "true" })).Is(422);
        Assert.Equal(0, await site.Rows(d => d.Sanctions.CountAsync()));
        var preview = (await founder.PostFormAsync(New, new { loud.UserName, Kind = "nolinks", Days = "3", Reason = "x", CleanUpSignature = "true", CleanUpBio = "true", Preview = "1" })).Is(200);
        Assert.Contains("Signature", preview.Html.QuerySelector("#goes")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bio", preview.Html.QuerySelector("#goes")!.TextContent, StringComparison.Ordinal);
        (await founder.PostFormAsync(New, new { loud.UserName, Kind = "nolinks", Days = "3", Reason = "x", CleanUpSignature = "true", CleanUpBio = "true" })).Is(303);
        Assert.Equal(("", "", "King"), await site.Rows(async d => { var m = await d.Members.SingleAsync(m => m.Id == loud.Id); return (m.Signature, m.Bio, m.CustomTitle); }));
    }

    [Theory, EveryDatabase]
    public async Task The_form_shows_what_a_clean_up_takes_before_it_is_sent(Db db)
    {
        var scene = await Scene.SetAsync(db, "cleaning");
        var fields = new { scene.Author.UserName, Kind = "mute", BoardId = scene.Board.Id, Days = "3", Scene.Reason, CleanUpDays = "0", Preview = "1" };
        var preview = (await scene.Moderator.PostFormAsync("/desk/sanctions/new", fields)).Is(200);
        Assert.Contains("A thread", preview.Html.QuerySelector("#goes")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await scene.Site.Rows(d => d.Sanctions.CountAsync(s => s.MemberId == scene.Author.Id)));
        var url = (await scene.Moderator.PostFormAsync("/desk/sanctions/new", new { scene.Author.UserName, Kind = "mute", BoardId = scene.Board.Id, Days = "3", Scene.Reason, CleanUpDays = "0" })).Is(303).Location!;
        await scene.Site.RunJobsAsync();
        (await scene.Site.Visitor().GetAsync(scene.Url)).Is(410);
        (await scene.Moderator.PostFormAsync($"{url.Replace("darkroom", "desk/sanctions", StringComparison.Ordinal)}/lift", new { Reason = "Sorry" })).Is(303);
        await scene.Site.RunJobsAsync();
        (await scene.Site.Visitor().GetAsync(scene.Url)).Is(200);
    }

    [Fact]
    public async Task Rules_are_kept_at_their_page_and_a_sanction_names_one()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/admin/rules/new", new { Code = "9.1", Category = "Other", Title = "", Text = "" })).Is(422);
        (await founder.PostFormAsync("/admin/rules/new", new { Code = "9.1", Category = "Other", Title = "No shouting", Text = "Capital letters are loud." })).Is(303);
        var list = (await site.Visitor().GetAsync("/darkroom/rules")).Is(200);
        Assert.Contains("9.1 No shouting", list.Text, StringComparison.Ordinal);
        Assert.Contains("Fraud in trading", list.Text, StringComparison.Ordinal);
        var loud = await site.MemberAsync("loud");
        var url = (await founder.PostFormAsync("/desk/sanctions/new", new { loud.UserName, Kind = "mute", Days = "3", Reason = "LOUD", RuleId = "14" })).Is(303).Location!;
        Assert.Contains("9.1 No shouting", (await site.Visitor().GetAsync(url)).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("loud", (await site.Visitor().GetAsync("/darkroom?rule=14")).Is(200).Text, StringComparison.Ordinal);
        (await founder.PostFormAsync("/admin/rules/14/retire", null, "/admin/rules/14")).Is(303);
        Assert.DoesNotContain("No shouting", (await site.Visitor().GetAsync("/darkroom/rules")).Is(200).Text, StringComparison.Ordinal);
        // The engine's own words, saved as they stand, stay the engine's.
        (await founder.PostFormAsync("/admin/rules/8", new { Code = "4.2" })).Is(303);
        Assert.Equal("", await site.Rows(d => d.Rules.Where(r => r.Id == 8).Select(r => r.Title).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task The_darkroom_costs_few_queries_and_shows_figures_and_the_ledger(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        for (var i = 0; i < 25; i++)
        {
            var member = await site.MemberAsync($"loud{i}");
            (await founder.PostFormAsync("/desk/sanctions/new", new { member.UserName, Kind = "mute", Days = "3", Reason = $"Noise {i}" })).Is(303);
        }
        var page = await site.Visitor().WarmAsync("/darkroom");
        Assert.InRange(page.Queries, 1, 3);
        Assert.Contains("25in force", page.Html.QuerySelector(".dark-sums")!.TextContent.Replace(" ", "", StringComparison.Ordinal).Replace("inforce", "in force", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(20, page.Html.QuerySelectorAll(".dark-row .line-t .entry").Length);
        var next = page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Equal(5, (await site.Visitor().GetAsync(next)).Is(200).Html.QuerySelectorAll(".dark-row").Length);
    }
}
