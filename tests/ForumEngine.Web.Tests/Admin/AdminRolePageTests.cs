using ForumEngine.Groups;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Admin;

public sealed class AdminRolePageTests
{
    [Theory, EveryDatabase]
    public async Task A_limited_administrator_sees_and_opens_only_their_pages(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        var member = await site.MemberAsync("limited", Group.Administrators);
        (await founder.PostFormAsync("/admin/roles", new { Name = "" })).Is(422);
        var role = (await founder.PostFormAsync("/admin/roles", new { Name = "Words only", Pages = "Words" })).Is(303).Location!;
        using var free = await AdministratorAsync(site, await site.MemberAsync("unlimited", Group.Administrators));
        foreach (var noun in (string[])["link", "announcement", "stamp", "typeset", "mailtemplate"]) (await free.GetAsync($"/admin/changes/{noun}")).Is(200);
        (await free.GetAsync("/admin/roles")).Is(403);
        var id = role.Split('/')[^1];
        (await founder.PostFormAsync($"/admin/members/{member.Id}/role", new { roleId = id }, $"/admin/members/{member.Id}")).Is(303);

        using var limited = await AdministratorAsync(site, member);
        var menu = (await limited.GetAsync("/admin")).Is(200).Html.QuerySelectorAll("main .with-menu > nav a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(["/admin", "/admin/words"], menu);
        (await limited.GetAsync("/admin/words")).Is(200);
        foreach (var closed in (string[])["/admin/boards", "/admin/site", "/admin/site/file", "/admin/members", "/admin/roles", "/admin/invitations"]) (await limited.GetAsync(closed)).Is(403);
        (await limited.GetAsync("/admin/site/file/settings.json")).Is(403);
        Assert.Contains("limited", (await founder.GetAsync(role)).Is(200).Text, StringComparison.Ordinal);

        // A section of the settings alone, and what a form sends besides.
        (await founder.PostFormAsync(role, new { Pages = "Settings.Reading" })).Is(303);
        var form = Visitor.FormOn((await limited.GetAsync("/admin/site")).Is(200), "/admin/site");
        Assert.All(Visitor.FieldsOf(form).Keys.Where(k => k.Contains('.', StringComparison.Ordinal)), key => Assert.Contains("Reading.", key, StringComparison.Ordinal));
        (await limited.SubmitAsync(form, "/admin/site", new Dictionary<string, string> { ["Reading.PostsPerPage"] = "25", ["Site.Name"] = "Taken over" })).Is(303);
        Assert.Equal(["Reading.PostsPerPage"], await site.Rows(d => d.Settings.Where(s => s.ChangedBy == "limited").Select(s => s.Key).ToListAsync()));
        (await limited.GetAsync("/admin/words")).Is(403);

        // What a file or the footer's form says again is no change; a part of the form that is another's isn't there.
        (await founder.PostFormAsync(role, new { Pages = "SettingsFile" })).Is(303);
        var file = (await limited.GetAsync("/admin/site/file/settings.json")).Is(200).Body;
        (await limited.PostFormAsync("/admin/site/file", new { Text = file, Confirmed = "true" })).Is(200);
        (await founder.PostFormAsync(role, new { Pages = "Navigation" })).Is(303);
        var foot = (await limited.GetAsync("/admin/footer")).Is(200);
        Assert.DoesNotContain("Site.Icp", foot.Body, StringComparison.Ordinal);
        (await limited.SubmitAsync(Visitor.FormOn(foot, "/admin/footer"), "/admin/footer", new Dictionary<string, string> { ["Footer.Phone"] = "0755-1234567" })).Is(303);
        Assert.Contains("0755-1234567", (await limited.GetAsync("/admin/site/history")).Is(200).Text, StringComparison.Ordinal);
        (await limited.PostFormAsync("/admin/footer", new Dictionary<string, string> { ["Footer.Phone"] = "call me", ["act"] = "preview" })).Is(422);
        (await founder.PostFormAsync(role, new { Pages = "Words" })).Is(303);
        (await founder.PostFormAsync(role, new { Pages = "Settings.Reading" })).Is(303);
        (await limited.GetAsync("/admin/words")).Is(403);

        var undo = Visitor.FormOn(await founder.OpenAsync(role), (await founder.OpenAsync(role)).Html.QuerySelector("form[action*='/undo/']")!.GetAttribute("action")!);
        (await founder.SubmitAsync(undo, undo.GetAttribute("action")!, null)).Is(303);
        (await limited.GetAsync("/admin/words")).Is(200);
    }

    private static async Task<Visitor> AdministratorAsync(Site site, ForumEngine.Accounts.Member member)
    {
        var hash = await site.Rows(d => d.Members.Where(m => m.UserName == Template.Founder).Select(m => m.PasswordHash).SingleAsync());
        await site.Rows(d => d.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.PasswordHash, hash)));
        var visitor = await site.VisitorAsync(member);
        (await visitor.PostFormAsync("/admin/enter", new { CurrentPassword = Visitor.Password })).Is(303);
        return visitor;
    }
}
