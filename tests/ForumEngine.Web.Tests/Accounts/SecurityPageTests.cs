using ForumEngine.Accounts;
using ForumEngine.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ForumEngine.Web.Tests.Accounts;

public sealed class SecurityPageTests
{
    private const string Page = "/account/settings/security";

    [Theory, EveryDatabase]
    public async Task A_member_sets_it_up_by_the_picture_and_signs_in_in_two_steps(Db db)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = await Site.StartAsync(db, b => b.Services.AddSingleton<TimeProvider>(clock));
        var visitor = site.Visitor();
        (await visitor.RegisterAsync("factor-suki")).Is(303);
        (await visitor.PostFormAsync($"{Page}/begin", new { CurrentPassword = "wrong horse 1" }, Page)).Is(422);
        (await visitor.PostFormAsync($"{Page}/begin", new { CurrentPassword = Visitor.Password }, Page)).Is(303);
        var waiting = await visitor.OpenAsync(Page);
        Assert.NotEmpty(waiting.Html.QuerySelector("main svg[role=img] path")!.GetAttribute("d")!);
        var key = waiting.Html.QuerySelector("main dl.kvs code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

        var other = await site.VisitorAsync(await site.Rows(d => d.Members.SingleAsync(m => m.UserName == "factor-suki")));
        (await other.GetAsync("/account/settings")).Is(200);
        (await visitor.PostFormAsync($"{Page}/confirm", new { Code = "12345" }, Page)).Is(422);
        (await visitor.PostFormAsync($"{Page}/confirm", new { Code = CodeOf(key, clock) }, Page)).Is(303);
        (await other.GetAsync("/account/settings")).Is(302);
        var codes = (await visitor.OpenAsync(Page)).Html.QuerySelector("main pre code")!.TextContent.Split('\n');
        Assert.Equal(RecoveryCodes.Count, codes.Length);
        Assert.Null((await visitor.OpenAsync(Page)).Html.QuerySelector("main pre code"));

        clock.Advance(TimeSpan.FromMinutes(2));
        var next = site.Visitor();
        Assert.Equal("/account/login?returnUrl=%2Ftags", (await next.PostFormAsync("/account/login?returnUrl=%2Ftags", new { UserName = "factor-suki", Visitor.Password })).Is(303).Location);
        (await next.GetAsync("/account/settings")).Is(302);
        Assert.NotNull((await next.OpenAsync("/account/login?returnUrl=%2Ftags")).Html.QuerySelector("input[name=Code]"));
        (await next.PostFormAsync("/account/login/code?returnUrl=%2Ftags", new { Code = "ABCD-ABCD-ABCD-ABCD" }, "/account/login?returnUrl=%2Ftags")).Is(422);
        Assert.Equal("/tags", (await next.PostFormAsync("/account/login/code?returnUrl=%2Ftags", new { Code = CodeOf(key, clock) }, "/account/login?returnUrl=%2Ftags")).Is(303).Location);
        (await next.GetAsync("/account/settings")).Is(200);

        // The way back to the first step, and half a sign-in that waited too long.
        var third = site.Visitor();
        (await third.PostFormAsync("/account/login", new { UserName = "factor-suki", Visitor.Password })).Is(303);
        Assert.NotNull((await third.OpenAsync("/account/login?other=1")).Html.QuerySelector("input[name=Password]"));
        (await third.PostFormAsync("/account/login", new { UserName = "factor-suki", Visitor.Password })).Is(303);
        var form = Visitor.FormOn(await third.OpenAsync("/account/login"), "/account/login/code");
        clock.Advance(TimeSpan.FromMinutes(11));
        (await third.SubmitAsync(form, "/account/login/code", new { Code = codes[0] })).Is(303);
        (await third.GetAsync("/account/settings")).Is(302);
    }

    [Fact]
    public async Task The_panel_opens_by_a_code_too_and_an_administrator_takes_a_lost_one_away()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = await Site.StartAsync(Db.Sqlite, b => b.Services.AddSingleton<TimeProvider>(clock));
        var founder = await site.FounderAsync();
        var key = await EnrolAsync(founder, clock);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/admin/enter?returnUrl=%2Fadmin", (await founder.GetAsync("/admin")).Is(302).Location);
        (await founder.PostFormAsync("/admin/enter", new { Code = "000" })).Is(422);
        (await founder.PostFormAsync("/admin/enter", new { Code = CodeOf(key, clock) })).Is(303);
        Assert.DoesNotContain(Page, (await founder.GetAsync("/admin")).Is(200).Html.QuerySelector("body > .wrap .note")?.OuterHtml ?? "", StringComparison.Ordinal);

        var member = site.Visitor();
        (await member.RegisterAsync("factor-lost")).Is(303);
        await EnrolAsync(member, clock);
        var id = await site.Rows(d => d.Members.Where(m => m.UserName == "factor-lost").Select(m => m.Id).SingleAsync());
        (await founder.PostFormAsync($"/admin/members/{id}/factor", page: $"/admin/members/{id}")).Is(303);
        (await member.GetAsync(Page)).Is(302);
        Assert.Equal("/", (await site.Visitor().SignInAsync("factor-lost")).Is(303).Location);
    }

    [Fact]
    public async Task Staff_without_one_are_reminded_and_then_led_to_it()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = await Site.StartAsync(Db.Sqlite, b => b.Services.AddSingleton<TimeProvider>(clock));
        var founder = await site.FounderAsync();
        await site.Services.GetServices<IJob>().OfType<DemandSecondFactor>().Single().RunAsync(default);
        Assert.NotNull((await founder.GetAsync("/admin")).Is(200).Html.QuerySelector($"body > .wrap .note a[href='{Page}']"));
        Assert.Null((await founder.GetAsync("/")).Is(200).Html.QuerySelector($".note a[href='{Page}']"));

        clock.Advance(TimeSpan.FromDays(15));
        foreach (var closed in (string[])["/admin", "/admin/site", "/desk", "/desk/log"]) Assert.Equal(Page, (await founder.GetAsync(closed)).Is(302).Location);
        Assert.NotNull((await founder.GetAsync("/")).Is(200).Html.QuerySelector($".note a[href='{Page}']"));
        // Others learn nothing of what staff have.
        (await (await site.NewVisitorAsync()).GetAsync("/admin")).Is(404);

        await EnrolAsync(founder, clock);
        clock.Advance(TimeSpan.FromMinutes(1));
        (await founder.PostFormAsync("/admin/enter", new { CurrentPassword = Visitor.Password })).Is(303);
        (await founder.GetAsync("/admin/site")).Is(200);
        (await founder.GetAsync("/desk")).Is(200);
    }

    /// <summary>The key.</summary>
    internal static async Task<string> EnrolAsync(Visitor visitor, TimeProvider clock)
    {
        (await visitor.PostFormAsync($"{Page}/begin", new { CurrentPassword = Visitor.Password }, Page)).Is(303);
        var key = (await visitor.OpenAsync(Page)).Html.QuerySelector("main dl.kvs code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        (await visitor.PostFormAsync($"{Page}/confirm", new { Code = CodeOf(key, clock) }, Page)).Is(303);
        return key;
    }

    internal static string CodeOf(string key, TimeProvider clock)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] secret = [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
        return Totp.CodeAt(secret, Totp.StepAt(clock.GetUtcNow().UtcDateTime));
    }
}
