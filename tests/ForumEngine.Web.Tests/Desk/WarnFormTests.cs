using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Desk;

/// <summary>The forms of warnings, sent as a browser without scripts sends them.</summary>
public sealed class WarnFormTests
{
    [Theory, EveryDatabase]
    public async Task A_post_is_warned_with_a_rule_and_the_warning_is_taken_back(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var author = await site.MemberAsync("author");
        var thread = await site.ThreadAsync(await site.BoardAsync(), author);
        var post = await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
        using var founder = await site.FounderAsync();
        var url = $"/desk/posts/{post}/warn";
        var form = (await founder.GetAsync(url)).Is(200).Html;
        var rule = form.QuerySelector("select[name=RuleId] option:nth-child(2)")!;
        Assert.Equal("30", form.QuerySelector("[name=Days]")!.GetAttribute("value"));

        var empty = (await founder.PostFormAsync(url, new { Reason = "", RuleId = rule.GetAttribute("value") })).Is(422);
        Assert.Equal(rule.GetAttribute("value"), empty.Html.QuerySelector("select[name=RuleId] option[selected]")!.GetAttribute("value"));
        var unknown = (await founder.PostFormAsync(url, new { Reason = "Rude", RuleId = "9999" })).Is(422);
        Assert.Equal("RuleId-error", unknown.Html.QuerySelector("#RuleId")!.GetAttribute("aria-describedby"));
        (await founder.PostFormAsync(url, new { Reason = "Rude", Points = "101" })).Is(422);
        Assert.Equal($"/posts/{post}", (await founder.PostFormAsync(url, new { Reason = "Rude", RuleId = rule.GetAttribute("value"), Points = "2", Days = "7" })).Is(303).Location);
        (await founder.GetAsync(url)).Is(409);
        var warning = await site.Rows(d => d.Warnings.SingleAsync());
        Assert.Equal((2, rule.GetAttribute("value"), "Rude", post), (warning.Points, $"{warning.RuleId}", warning.Reason, warning.PostId!.Value));
        Assert.Contains(rule.TextContent.Trim(), (await site.Visitor().GetAsync($"/posts/{post}/warning")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains(rule.TextContent.Trim(), (await founder.GetAsync($"/desk/members/{author.Id}/warnings")).Is(200).Text, StringComparison.Ordinal);

        var revoke = $"/desk/warnings/{warning.Id}/revoke";
        (await founder.PostFormAsync(revoke, new { Reason = " " })).Is(422);
        (await founder.PostFormAsync(revoke, new { Reason = "Misread" })).Is(303);
        (await founder.GetAsync(revoke)).Is(409);
        Assert.Equal("Misread", await site.Rows(d => d.Warnings.Select(w => w.RevokeReason).SingleAsync()));
        Assert.False(await site.Rows(d => d.Posts.Where(p => p.Id == post).Select(p => p.IsWarned).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_member_is_warned_as_such_and_sanctions_are_lifted_by_their_form(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var member = await site.MemberAsync("loud");
        using var founder = await site.FounderAsync();
        var url = $"/desk/members/{member.Id}/warnings";
        (await founder.PostFormAsync(url, new { Reason = "" })).Is(422);
        for (var i = 0; i < 3; i++) (await founder.PostFormAsync(url, new { Reason = $"Shouting {i}" })).Is(303);
        var mute = await site.Rows(d => d.Sanctions.SingleAsync());
        Assert.Equal("warnings", mute.Cause);
        var lift = $"/desk/sanctions/{mute.Id}/lift";
        var asked = (await founder.PostFormAsync(lift, new { Reason = "" })).Is(422);
        Assert.Contains("Shouting 2", asked.Text, StringComparison.Ordinal);
        Assert.Equal($"/darkroom/{mute.Id}", (await founder.PostFormAsync(lift, new { Reason = "Enough" })).Is(303).Location);
        (await founder.GetAsync(lift)).Is(409);
        Assert.NotNull(await site.Rows(d => d.Sanctions.Select(s => s.LiftedAt).SingleAsync()));
    }
}
