using ForumEngine.Groups;
using ForumEngine.Members;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Members;

public sealed class AdminRoleTests
{
    [Theory, EveryDatabase]
    public async Task A_role_limits_an_administrator_to_its_pages_and_never_a_founder(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var founder = await FounderAsync(forum);
        var member = await forum.MemberAsync("ally", Group.Administrators);
        var free = await forum.ViewerAsync(member);
        Assert.All(AdminAccess.All.Where(p => !p.StartsWith(AdminAccess.SettingsOf, StringComparison.Ordinal)), p => Assert.True(free.MayOpen(Enum.Parse<AdminPage>(p))));
        var role = (await SaveAsync(forum, founder, null, "Words", ["Words", "Settings.Review", "NoSuchPage", "Roles"])).Value;
        Assert.Equal("Words,Settings.Review", (await RoleAsync(forum, role)).Pages);
        Assert.Null(await GiveAsync(forum, founder, member.Id, role, null));

        var ally = await forum.ViewerAsync(member);
        Assert.Equal(Rank.Administrator, ally.Rank);
        Assert.True(ally.MayOpen(AdminPage.Words) && ally.MayOpen(AdminPage.Settings) && ally.MayOpen(AdminPage.Overview));
        Assert.False(ally.MayOpen(AdminPage.Boards) || ally.MayOpen(AdminPage.SettingsFile) || ally.MayOpen(AdminPage.Roles) || ally.MayOpen(null));
        Assert.Equal("NotYourPage", (await SetAsync(forum, ally, "Site.Name", "Mine now"))!.Code);
        Assert.Equal("NotYourPage", (await SetAsync(forum, ally, "Look.Density", "comfortable"))!.Code);
        Assert.Null(await SetAsync(forum, ally, "Review.TrustedHosts", "example.org"));
        Assert.True(founder.MayOpen(AdminPage.Roles) && founder.MayOpen(null));
        Assert.Equal("RoleForAdministrators", (await GiveAsync(forum, founder, founder.MemberId!.Value, role, null))!.Code);

        // In force at once, and taken away so too; an empty role opens the front door alone.
        Assert.Null((await SaveAsync(forum, founder, role, "Nothing", [], 0)).Refusal);
        ally = await forum.ViewerAsync(member);
        Assert.True(ally.MayOpen(AdminPage.Overview));
        Assert.False(ally.MayOpen(AdminPage.Words) || ally.MayOpen(AdminPage.Settings));
        Assert.Equal("RoleInUse", (await forum.Use<SaveAdminRole, Refusal?>(s => s.DeleteAsync(founder, role, default)))!.Code);
        Assert.Equal("MemberChanged", (await GiveAsync(forum, founder, member.Id, null, null))!.Code);
        Assert.Null(await GiveAsync(forum, founder, member.Id, null, role));
        Assert.True((await forum.ViewerAsync(member)).MayOpen(AdminPage.Boards));
        Assert.Null(await forum.Use<SaveAdminRole, Refusal?>(s => s.DeleteAsync(founder, role, default)));
        Assert.Equal(5, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "adminrole.change" || a.Act == "member.adminrole")));
    }

    [Theory, EveryDatabase]
    public async Task Only_founders_touch_roles(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var founder = await FounderAsync(forum);
        var admin = await forum.AdministratorAsync();
        var role = (await SaveAsync(forum, founder, null, "Words", ["Words"])).Value;
        Assert.Equal(RefusalKind.NotFound, (await SaveAsync(forum, admin, role, "Mine", ["Boards"], 0)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await GiveAsync(forum, admin, admin.MemberId!.Value, null, null))!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await forum.Use<SaveAdminRole, Refusal?>(s => s.DeleteAsync(admin, role, default)))!.Kind);
        Assert.False((await forum.ViewerAsync("plain")).MayOpen(AdminPage.Overview));
        Assert.Equal("RoleName", (await SaveAsync(forum, founder, null, " ", [])).Refusal!.Code);
    }

    [Theory, EveryDatabase]
    public async Task The_second_of_two_sees_the_conflict_and_a_change_is_taken_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var founder = await FounderAsync(forum);
        var role = (await SaveAsync(forum, founder, null, "Words", ["Words"])).Value;
        var saves = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => SaveAsync(forum, founder, role, $"Role {i}", ["Words", "Rules"], 0))));
        Assert.Equal(1, saves.Count(s => s.Refusal is null));
        Assert.All(saves.Where(s => s.Refusal is not null), s => Assert.Equal("RoleChanged", s.Refusal!.Code));

        var history = await forum.Use<SaveAdminRole, IReadOnlyList<RoleChangeLine>>(async s => await s.HistoryAsync(await RoleAsync(forum, role), default));
        Assert.Equal([true, false], history.Select(l => l.Stands));
        Assert.Null(await UndoAsync(forum, founder, role, history[0].Id));
        Assert.Equal(("Words", "Words"), (await RoleAsync(forum, role)) is var now ? (now.Name, now.Pages) : default);
        Assert.Equal("RoleChanged", (await UndoAsync(forum, founder, role, history[0].Id))!.Code);
        // What made it can't be taken back: it is deleted.
        Assert.Equal(RefusalKind.NotFound, (await UndoAsync(forum, founder, role, history[1].Id))!.Kind);
    }

    [Theory, EveryDatabase]
    public async Task A_role_that_is_left_limits_no_founder_and_is_taken_off_whoever_has_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var founder = await FounderAsync(forum);
        var member = await forum.MemberAsync("ally", Group.Administrators);
        var role = (await SaveAsync(forum, founder, null, "Words", ["Words"])).Value;
        Assert.Null(await GiveAsync(forum, founder, member.Id, role, null));
        await forum.Rows(d => d.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, true)));
        forum.Service<Viewers>().Forget(member.Id);
        var raised = await forum.ViewerAsync(member);
        Assert.True(raised.MayChange("Site.Name") && raised.MayOpen(AdminPage.Boards));

        await forum.Rows(d => d.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, false).SetProperty(x => x.GroupId, 11)));
        forum.Service<Viewers>().Forget(member.Id);
        Assert.Equal("RoleForAdministrators", (await GiveAsync(forum, founder, member.Id, role, role))!.Code);
        Assert.Null(await GiveAsync(forum, founder, member.Id, null, role));
        Assert.Null(await forum.Use<SaveAdminRole, Refusal?>(s => s.DeleteAsync(founder, role, default)));
    }

    private static async Task<Viewer> FounderAsync(Forum forum) => await forum.ViewerAsync(await forum.Rows(d => d.Members.SingleAsync(m => m.IsFounder)));

    private static Task<AdminRole> RoleAsync(Forum forum, int id) => forum.Rows(d => d.AdminRoles.SingleAsync(r => r.Id == id));

    private static Task<Outcome<int>> SaveAsync(Forum forum, Viewer who, int? id, string name, string[] pages, int version = 0) =>
        forum.Use<SaveAdminRole, Outcome<int>>(s => s.RunAsync(who, new RoleDraft(id, name, pages, version), default));

    private static Task<Refusal?> GiveAsync(Forum forum, Viewer who, int member, int? role, int? seen) => forum.Use<GiveAdminRole, Refusal?>(g => g.RunAsync(who, member, role, seen, default));

    private static Task<Refusal?> UndoAsync(Forum forum, Viewer who, int role, long line) => forum.Use<SaveAdminRole, Refusal?>(s => s.UndoAsync(who, role, line, default));

    private static Task<Refusal?> SetAsync(Forum forum, Viewer who, string key, string value) =>
        forum.Use<ChangeSettings, Refusal?>(c => c.RunAsync(who, new Dictionary<string, string> { [key] = value }, default));
}
