using ForumEngine.Addresses;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Addresses;

public sealed class BannedAddressTests
{
    private const string There = "203.0.113.9";

    [Theory, EveryDatabase]
    public async Task Who_is_shut_out_reads_why_and_how_to_reach_the_site_and_staff_still_come_in(Db db)
    {
        await using var site = await SiteAsync(db);
        var board = await site.BoardAsync();
        using var visitor = site.Visitor();
        (await FromAsync(visitor, HttpMethod.Get, $"/boards/{board.Id}")).Is(200);
        await BanAsync(site, AddressScope.Visiting);

        var refused = (await FromAsync(visitor, HttpMethod.Get, $"/boards/{board.Id}")).Is(403);
        Assert.Contains("Reason: spam from here", refused.Text, StringComparison.Ordinal);
        Assert.Contains("/pages/contact", refused.Body, StringComparison.Ordinal);
        var queries = refused.Queries;
        for (var tries = 0; tries < 5; tries++) queries = Math.Min(queries, (await FromAsync(visitor, HttpMethod.Get, $"/boards/{board.Id}")).Is(403).Queries);
        Assert.Equal(0, queries);
        (await FromAsync(visitor, HttpMethod.Get, "/pages/contact")).Is(200);
        (await FromAsync(visitor, HttpMethod.Get, "/account/login")).Is(200);
        (await FromAsync(visitor, HttpMethod.Get, "/", "203.0.114.9")).Is(200);
        (await FromAsync(visitor, HttpMethod.Get, "/", "::ffff:203.0.113.77")).Is(403);
        (await FromAsync(await site.NewVisitorAsync(), HttpMethod.Get, "/")).Is(403);
        (await FromAsync(await site.NewVisitorAsync(Group.SuperModerators), HttpMethod.Get, "/")).Is(200);
    }

    [Fact]
    public async Task Who_may_not_write_reads_on_and_who_may_not_register_writes_on()
    {
        await using var site = await SiteAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        var url = $"/threads/{thread.Id}/reply";
        using var member = await site.NewVisitorAsync();
        var fields = Visitor.FieldsOf(Visitor.FormOn((await FromAsync(member, HttpMethod.Get, url)).Is(200), url));
        fields["Body"] = "Hello from there";

        await BanAsync(site, AddressScope.Registering);
        (await FromAsync(member, HttpMethod.Post, url, fields: fields)).Is(303);
        Assert.Contains("spam from here", (await RegisterAsync(site)).Is(403).Text, StringComparison.Ordinal);

        await site.Rows(d => d.AddressBans.ExecuteDeleteAsync());
        await BanAsync(site, AddressScope.Writing);
        fields["SubmissionId"] = Guid.NewGuid().ToString();
        Assert.Contains("may read but not write", (await FromAsync(member, HttpMethod.Post, url, fields: fields)).Is(403).Text, StringComparison.Ordinal);
        (await FromAsync(member, HttpMethod.Get, $"/threads/{thread.Id}")).Is(200);
        Assert.Equal(2, await site.Rows(d => d.Posts.CountAsync(p => p.ThreadId == thread.Id)));
    }

    [Fact]
    public async Task The_header_of_a_stranger_is_not_believed()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await BanAsync(site, AddressScope.Visiting);
        (await FromAsync(site.Visitor(), HttpMethod.Get, "/")).Is(200);
    }

    [Theory, EveryDatabase]
    public async Task Staff_ban_and_let_in_again_on_the_desk(Db db)
    {
        var site = await Site.OnAsync(db);
        using var staff = await site.NewVisitorAsync(Group.SuperModerators);
        var range = $"10.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}.0/24";
        (await staff.PostFormAsync("/desk/addresses", new { Range = "127.0.0.1", Reason = "me" })).Is(422);
        (await staff.PostFormAsync("/desk/addresses", new { Range = range, Reason = "Spam wave" })).Is(303);
        var page = (await staff.GetAsync("/desk/addresses")).Is(200);
        Assert.Contains(range, page.Text, StringComparison.Ordinal);
        Assert.InRange((await staff.WarmAsync("/desk/addresses")).Queries, 0, 3);
        var id = (await site.Rows(d => d.AddressBans.ToListAsync())).Single(b => b.Range.ToString() == range).Id;
        (await staff.PostFormAsync($"/desk/addresses/{id}/remove", page: "/desk/addresses")).Is(303);
        Assert.DoesNotContain(range, (await staff.GetAsync("/desk/addresses")).Is(200).Text, StringComparison.Ordinal);
        (await (await site.NewVisitorAsync(Group.Moderators)).GetAsync("/desk/addresses")).Is(403);
        (await (await site.NewVisitorAsync()).GetAsync("/desk/addresses")).Is(404);
    }

    [Fact]
    public async Task The_lists_of_mail_domains_are_edited_as_text_and_refuse_at_the_field()
    {
        await using var site = await SiteAsync(Db.Sqlite);
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/admin/mail-domains", new { Denied = "ok.example\n???" })).Is(422);
        (await founder.PostFormAsync("/admin/mail-domains", new { Denied = "trash.example" })).Is(303);
        Assert.Contains("trash.example", (await founder.GetAsync("/admin/mail-domains")).Is(200).Body, StringComparison.Ordinal);
        var refused = (await site.Visitor().RegisterAsync("newcomer", "me@x.trash.example")).Is(422);
        Assert.Contains("x.trash.example are not accepted", refused.Text, StringComparison.Ordinal);
        (await site.Visitor().RegisterAsync("newcomer", "me@fine.example")).Is(303);
    }

    [Fact]
    public async Task A_block_of_addresses_registers_so_often_an_hour()
    {
        await using var site = await SiteAsync(Db.Sqlite);
        await site.SetAsync("Registration.PerBlockPerHour", "2");
        (await RegisterAsync(site, "203.0.113.1")).Is(303);
        (await RegisterAsync(site, "203.0.113.2")).Is(303);
        Assert.NotNull((await RegisterAsync(site, "203.0.113.3")).Is(429).Header("Retry-After"));
        (await RegisterAsync(site, "203.0.114.3")).Is(303);
        await site.SetAsync("Registration.PerMailDomainPerHour", "3");
        (await RegisterAsync(site, "203.0.115.3")).Is(303);
    }

    private static Task<Site> SiteAsync(Db db) => Site.StartAsync(db, null, "--Proxies:Known=127.0.0.1");

    private static async Task BanAsync(Site site, AddressScope scope) =>
        Assert.Null((await site.Use<BanAddress, Outcome<int>>(u => u.RunAsync(site.System, new NewAddressBan("203.0.113.0/24", scope, "30", "spam from here"), default))).Refusal);

    private static async Task<Answer> RegisterAsync(Site site, string from = There)
    {
        using var visitor = site.Visitor();
        var form = Visitor.FieldsOf(Visitor.FormOn(await FromAsync(visitor, HttpMethod.Get, "/account/register", "198.51.100.1"), "/account/register"));
        form["UserName"] = $"new{Guid.NewGuid():N}"[..12];
        form["Email"] = $"{Guid.NewGuid():N}@example.test";
        form["Password"] = form["ConfirmPassword"] = Visitor.Password;
        form["AcceptTerms"] = "true";
        return await FromAsync(visitor, HttpMethod.Post, "/account/register", from, form);
    }

    private static Task<Answer> FromAsync(Visitor visitor, HttpMethod method, string url, string address = There, Dictionary<string, string>? fields = null)
    {
        var request = new HttpRequestMessage(method, url) { Content = fields is null ? null : new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Forwarded-For", address);
        return visitor.SendAsync(request);
    }
}
