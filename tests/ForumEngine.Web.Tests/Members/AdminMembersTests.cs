using ForumEngine.Groups;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Members;

public sealed class AdminMembersTests
{
    [Fact]
    public async Task A_file_of_members_is_safe_for_spreadsheets()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var odd = await site.NewMemberAsync();
        await site.Rows(d => d.Members.Where(m => m.Id == odd.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.UserName, "=1+1,\"x\"").SetProperty(x => x.NormalizedUserName, "=1+1,\"x\"")));
        using var founder = await site.FounderAsync();
        var file = (await founder.GetAsync("/admin/members.csv?text=%3D1")).Is(200).Body.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, file.Length);
        Assert.StartsWith($"{odd.Id},\"'=1+1,\"\"x\"\"\",", file[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_changed_by_its_form_and_a_wrong_one_comes_back_as_typed()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var member = await site.NewMemberAsync(start: "plain");
        using var founder = await site.FounderAsync();
        var url = $"/admin/members/{member.Id}";
        (await founder.PostFormAsync(url, new { Name = "新名字", CustomTitle = "老街坊", GroupId = "12" })).Is(303);
        var found = (await founder.GetAsync("/admin/members?text=%E6%96%B0%E5%90%8D")).Is(200);
        Assert.NotNull(found.Html.QuerySelector($"td a[href='{url}']"));
        var wrong = (await founder.PostFormAsync(url, new { Name = "a@b", Location = "Kept" })).Is(422);
        Assert.Equal("Kept", wrong.Html.GetElementById("Location")!.GetAttribute("value"));
        Assert.Contains(member.UserName!, wrong.Text, StringComparison.Ordinal);
        (await founder.GetAsync("/admin/members?address=here")).Is(422);
        (await founder.GetAsync("/admin/members/987654")).Is(404);
    }

    [Fact]
    public async Task A_forced_password_ends_the_sign_in_at_once_and_the_old_one_opens_nothing()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var member = site.Visitor();
        (await member.RegisterAsync("forced-one", "forced@example.test")).Is(303);
        var id = await site.Rows(d => d.Members.Where(m => m.UserName == "forced-one").Select(m => m.Id).SingleAsync());
        (await member.GetAsync("/account/settings")).Is(200);
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync($"/admin/members/{id}/password", page: $"/admin/members/{id}")).Is(303);
        (await member.GetAsync("/account/settings")).Is(302);
        (await site.Visitor().SignInAsync("forced-one")).Is(422);
        Assert.Equal(1, await site.Rows(d => d.UserTokens.CountAsync(t => t.UserId == id)));
    }

    [Fact]
    public async Task Signing_somebody_out_everywhere_leaves_the_password()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var member = await site.NewVisitorAsync();
        (await member.GetAsync("/account/settings")).Is(200);
        var id = await site.Rows(d => d.Members.MaxAsync(m => m.Id));
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync($"/admin/members/{id}/sessions", page: $"/admin/members/{id}")).Is(303);
        (await member.GetAsync("/account/settings")).Is(302);
        Assert.Equal(1, await site.Rows(d => d.StaffActs.CountAsync(a => a.Act == "member.sessions" && a.MemberId == id)));
    }

    [Fact]
    public async Task Founders_are_named_with_the_name_typed_and_only_founders_see_it()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var admin = await site.NewMemberAsync(Group.Administrators, "second");
        using var founder = await site.FounderAsync();
        var url = $"/admin/members/{admin.Id}/founder";
        (await founder.PostFormAsync(url, new { typed = "wrong" }, page: $"/admin/members/{admin.Id}")).Is(422);
        (await founder.PostFormAsync(url, new { typed = admin.UserName }, page: $"/admin/members/{admin.Id}")).Is(303);
        Assert.True(await site.Rows(d => d.Members.AnyAsync(m => m.Id == admin.Id && m.IsFounder)));
    }
}
