using ForumEngine.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Accounts;

public sealed class SessionPageTests
{
    private const string Page = "/account/settings/security";

    [Theory, EveryDatabase]
    public async Task A_member_ends_a_sign_in_on_every_node_within_a_second(Db db)
    {
        await using var site = await Site.StartAsync(db);
        await using var node = db == Db.Sqlite ? null : await site.BesideAsync();
        var member = await site.NewMemberAsync();
        using var here = await site.VisitorAsync(member);
        using var there = await (node ?? site).Visitor().SignedInAsAsync(member);
        (await there.GetAsync("/account/settings")).Is(200);
        var page = await here.OpenAsync(Page);
        Assert.Equal(2, page.Html.QuerySelectorAll("#sessions tbody tr").Length);
        Assert.Single(page.Html.QuerySelectorAll("#sessions tbody .mk"));
        var form = page.Html.QuerySelector("#sessions tbody form")!.GetAttribute("action")!;
        using var stranger = await site.NewVisitorAsync();
        var token = Visitor.FieldsOf(Visitor.FormOn(await stranger.OpenAsync(Page), "/account/settings/security/begin"));
        (await stranger.PostAsync(form, token)).Is(404);
        (await here.PostFormAsync(form, page: Page)).Is(303);
        await Soon.IsAsync(async () => (await there.GetAsync("/account/settings")).Code == 302, "end of the sign-in");
        (await here.GetAsync("/account/settings")).Is(200);
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var member = await site.NewMemberAsync();
        using var visitor = await site.VisitorAsync(member);
        using var thief = site.Visitor();
        foreach (System.Net.Cookie cookie in visitor.Cookies.GetCookies(site.Url)) thief.Cookies.Add(site.Url, new System.Net.Cookie(cookie.Name, cookie.Value));
        (await thief.GetAsync("/account/settings")).Is(200);
        (await visitor.PostFormAsync("/account/logout", page: "/")).Is(303);
        (await thief.GetAsync("/account/settings")).Is(302);
        Assert.False(await site.Rows(d => d.Sessions.AnyAsync(s => s.MemberId == member.Id)));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; V2329A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50", "WeChat · Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox · Linux")]
    [InlineData("curl/8.5.0", "")]
    [InlineData("", "")]
    public void A_device_is_named_by_browser_and_system(string agent, string name) => Assert.Equal(name, Device.Of(agent));
}
