using ForumEngine.Groups;
using ForumEngine.Settings;
using ForumEngine.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ForumEngine.Web.Tests.Admin;

public sealed class AdminTests
{
    [Fact]
    public async Task The_panel_asks_for_the_password_again_and_after_fifteen_idle_minutes()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = await Site.StartAsync(Db.Sqlite, b => b.Services.AddSingleton<TimeProvider>(clock));
        var founder = site.Visitor();
        (await founder.SignInAsync(Template.Founder)).Is(303);
        var door = (await founder.GetAsync("/admin/site")).Is(302).Location!;
        Assert.Equal("/admin/enter?returnUrl=%2Fadmin%2Fsite", door);

        var wrong = (await founder.PostFormAsync(door, new { CurrentPassword = "wrong horse 1" })).Is(422);
        Assert.DoesNotContain("wrong horse 1", wrong.Body, StringComparison.Ordinal);
        (await founder.GetAsync("/admin/site")).Is(302);
        Assert.Equal("/admin/site", (await founder.PostFormAsync(door, new { CurrentPassword = Template.Password })).Is(303).Location);
        (await founder.GetAsync("/admin/site")).Is(200);

        clock.Advance(TimeSpan.FromMinutes(14));
        (await founder.GetAsync("/admin/site")).Is(200);
        clock.Advance(TimeSpan.FromMinutes(14));
        (await founder.GetAsync("/admin/site")).Is(200);
        clock.Advance(TimeSpan.FromMinutes(16));
        (await founder.GetAsync("/admin/site")).Is(302);
    }

    [Fact]
    public async Task The_way_in_is_one_members_and_does_not_outlast_the_sign_in()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var founder = await site.FounderAsync();
        (await founder.GetAsync("/admin")).Is(200);
        await founder.SignedInAsAsync(await site.MemberAsync("other-admin", Group.Administrators));
        (await founder.GetAsync("/admin")).Is(302);

        founder = await site.FounderAsync();
        (await founder.PostFormAsync("/account/logout", page: "/")).Is(303);
        (await founder.SignInAsync(Template.Founder)).Is(303);
        (await founder.GetAsync("/admin")).Is(302);
    }

    [Fact]
    public async Task Others_find_no_door()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var moderator = await site.VisitorAsync(await site.MemberAsync("door-mod", Group.SuperModerators));
        (await moderator.GetAsync("/admin/enter")).Is(404);
        (await moderator.GetAsync("/admin/boards")).Is(404);
    }

    [Theory, EveryDatabase]
    public async Task Settings_are_in_force_at_once_and_logged(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (founder, before) = (await site.FounderAsync(), await ActsAsync(site));
        await SaveAsync(founder, new() { ["Site.Name"] = "老街坊 & Co", ["Site.Icp"] = "京ICP备12345678号-1", ["Registration.Mode"] = "closed" });
        var home = (await site.Visitor().GetAsync("/")).Is(200);
        Assert.Contains("老街坊 & Co", home.Html.Title, StringComparison.Ordinal);
        Assert.Contains("京ICP备12345678号-1", home.Text, StringComparison.Ordinal);
        (await site.Visitor().GetAsync("/account/register")).Is(403);

        var lines = (await ActsAsync(site)).Skip(before.Count).ToList();
        Assert.All(lines, l => Assert.Equal(("setting.change", Template.Founder), (l.Act, l.ActorName)));
        Assert.Equal(["Registration.Mode", "Site.Icp", "Site.Name"], lines.Select(l => Detail(l, "key")).Order());
        Assert.Equal(("open", "closed"), lines.Where(l => Detail(l, "key") == "Registration.Mode").Select(l => (Detail(l, "from"), Detail(l, "to"))).Single());
    }

    [Theory]
    [InlineData("Reading.PostsPerPage", "4")]
    [InlineData("Reading.PostsPerPage", "many")]
    [InlineData("Posting.MaxCharacters", "99999999999999999999")]
    [InlineData("Site.Name", "")]
    [InlineData("Site.TimeZone", "Mars/Olympus")]
    [InlineData("Site.Language", "tlh")]
    [InlineData("Site.ContactQq", "call me")]
    public async Task A_wrong_value_changes_nothing_and_stays_in_its_field(string key, string value)
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var (founder, before) = (await site.FounderAsync(), await ActsAsync(site));
        var answer = (await founder.PostFormAsync("/admin/site", new Dictionary<string, string> { ["Site.Tagline"] = "Half a change", [key] = value })).Is(422);
        var field = answer.Html.GetElementsByName(key)[0];
        Assert.NotNull(field.ParentElement!.QuerySelector(".err"));
        if (field.LocalName == "input") Assert.Equal(value, field.GetAttribute("value"));
        Assert.Equal(before.Count, (await ActsAsync(site)).Count);
        Assert.DoesNotContain("Half a change", (await site.Visitor().GetAsync("/")).Is(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_open_meanwhile_shows_what_is_there_now_and_overwrites_knowingly()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var founder = await site.FounderAsync();
        var form = Visitor.FormOn(await founder.OpenAsync("/admin/site"), "/admin/site");
        await site.SetAsync("Site.Tagline", "from elsewhere");
        await site.SetAsync("Site.Icp", "somebody else's");
        var conflict = (await founder.SubmitAsync(form, "/admin/site", new Dictionary<string, string> { ["Site.Tagline"] = "mine" })).Is(409);
        Assert.Contains("from elsewhere", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("mine", conflict.Html.GetElementsByName("Site.Tagline")[0].GetAttribute("value"));
        Assert.Equal("somebody else's", conflict.Html.GetElementsByName("Site.Icp")[0].GetAttribute("value"));
        (await founder.SubmitAsync(Visitor.FormOn(conflict, "/admin/site"), "/admin/site", null)).Is(303);
        var now = (await site.Service<SettingsSource>().CurrentAsync(default)).Site;
        Assert.Equal(("mine", "somebody else's"), (now.Tagline, now.Icp));

        (await founder.PostFormAsync($"/admin/site/history/{(await ActsAsync(site))[^1].Id}/undo", page: "/admin/site/history")).Is(303);
        Assert.Equal("from elsewhere", (await site.Service<SettingsSource>().CurrentAsync(default)).Site.Tagline);
    }

    [Fact]
    public async Task A_file_is_shown_first_and_taken_over_as_a_whole()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var founder = await site.FounderAsync();
        var file = (await founder.GetAsync("/admin/site/file/settings.json")).Is(200).Body;
        var broken = (await founder.PostFormAsync("/admin/site/file", new { Text = file.Replace("\"10\"", "\"4\"", StringComparison.Ordinal) })).Is(422);
        Assert.Contains("Reading.PostsPerPage", broken.Text, StringComparison.Ordinal);

        var shown = (await founder.PostFormAsync("/admin/site/file", new { Text = """{"Site.Tagline": "from a file", "Reading.PostsPerPage": "12"}""" })).Is(200);
        Assert.Equal(2, shown.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("", (await site.Service<SettingsSource>().CurrentAsync(default)).Site.Tagline);
        (await founder.SubmitAsync(Visitor.FormOn(shown, "/admin/site/file"), "/admin/site/file", null)).Is(303);
        var settings = await site.Service<SettingsSource>().CurrentAsync(default);
        Assert.Equal(("from a file", 12), (settings.Site.Tagline, settings.Reading.PostsPerPage));
    }

    private static async Task SaveAsync(Visitor founder, Dictionary<string, string> values) =>
        (await founder.PostFormAsync("/admin/site", values)).Is(303);

    private static Task<List<StaffAct>> ActsAsync(Site site) => site.Rows(r => r.StaffActs.OrderBy(a => a.Id).ToListAsync());

    private static string? Detail(StaffAct line, string name) =>
        System.Text.Json.JsonDocument.Parse(line.Details!).RootElement.GetProperty(name).GetString();
}
