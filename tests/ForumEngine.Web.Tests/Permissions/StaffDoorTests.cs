using System.Text.Json;
using ForumEngine.Groups;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Tests.Architecture;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Permissions;

/// <summary>Every address and method of the staff's × everyone who is not: over HTTP, with a token that is good.</summary>
public sealed class StaffDoorTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_begins_with_desk_or_admin_is_for_staff_only()
    {
        var routes = Route.Of(await Site.OnAsync(Db.Sqlite));
        Expect.None(routes.Where(r => Begins(r, "/desk") && AudienceOf(r) < Audience.Staff).Select(r => $"{r.Method} {r.Template} is for {AudienceOf(r)}"));
        Expect.None(routes.Where(r => Begins(r, "/admin") && r.Template != "/admin/enter" && AudienceOf(r) != Audience.Administrators).Select(r => $"{r.Method} {r.Template} is for {AudienceOf(r)}"));
    }

    [Fact]
    public async Task Whoever_may_not_enter_is_turned_away_at_every_address_and_nothing_is_done()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var guest = site.Visitor();
        using var member = await site.NewVisitorAsync();
        using var moderator = await site.NewVisitorAsync(Group.Moderators);
        using var super = await site.NewVisitorAsync(Group.SuperModerators);
        // Signed in, but without the password that the panel asks for.
        using var administrator = await site.NewVisitorAsync(Group.Administrators);
        var acts = await site.Rows(d => d.StaffActs.CountAsync());
        List<string> wrong = [];
        var tries = 0;
        foreach (var (who, visitor, from, expected) in (IEnumerable<(string, Visitor, Audience, int[])>)
            [("guest", guest, Audience.Staff, [302, 401]), ("member", member, Audience.Staff, [404]), ("moderator", moderator, Audience.Administrators, [404]),
             ("super moderator", super, Audience.Administrators, [404]), ("administrator without password", administrator, Audience.Administrators, [302])])
        {
            using var token = JsonDocument.Parse((await visitor.GetAsync("/antiforgery")).Is(200).Body);
            var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token.RootElement.GetProperty("token").GetString()! };
            foreach (var route in Route.Of(site).Where(r => AudienceOf(r) >= from))
            {
                var url = route.Url(place => place == "box" ? "reports" : null);
                var answer = route.IsRead ? await visitor.GetAsync(url) : await visitor.PostAsync(url, fields);
                var led = answer.Code != 302 || answer.Location!.StartsWith("/account/login", StringComparison.Ordinal) || answer.Location.StartsWith("/admin/enter", StringComparison.Ordinal);
                if (!expected.Contains(answer.Code) || !led) wrong.Add($"{route.Method} {route.Template} by {who}: {answer.Code} {answer.Location}");
                tries++;
            }
        }
        output.WriteLine($"{tries} requests");
        Expect.None(wrong);
        Assert.True(tries > 300, $"Only {tries} requests.");
        Assert.Equal(acts, await site.Rows(d => d.StaffActs.CountAsync()));
    }

    private static bool Begins(Route route, string path) => route.Template == path || route.Template.StartsWith($"{path}/", StringComparison.Ordinal);

    private static Audience AudienceOf(Route route) => route.Action.EndpointMetadata.OfType<AccessAttribute>().Last().Audience;
}
