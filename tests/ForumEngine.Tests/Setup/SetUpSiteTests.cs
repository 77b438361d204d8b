using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Setup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Setup;

public sealed class SetUpSiteTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_site_has_boards_pages_and_a_founder(Db db)
    {
        await using var forum = await NewSite.OpenAsync(db);

        var site = (await forum.Service<SettingsSource>().CurrentAsync(default)).Site;
        Assert.True(site.IsSetUp);
        Assert.Equal("Test site", site.Name);
        var founder = await forum.Rows(d => d.Members.SingleAsync());
        Assert.Equal(("operator", Group.Administrators, true), (founder.UserName, founder.GroupId, founder.IsFounder));
        Assert.Equal(PasswordVerificationResult.Success,
            new PasswordHasher<Member>().VerifyHashedPassword(founder, founder.PasswordHash!, "a long password"));
        var pages = await forum.Rows(d => d.DocumentVersions.ToListAsync());
        Assert.Equal(["contact", "disclaimer", "privacy", "rules", "terms"], pages.Select(p => p.Slug).Distinct().Order());
        Assert.All(pages.GroupBy(p => p.Slug), p => Assert.Equal(SiteLanguage.All.Order(), p.Select(d => d.Language).Order()));
        Assert.DoesNotContain(pages, p => p.Body.Contains("{SiteName}") || p.Body.Contains("{Date}"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Only_staff_see_the_staff_room_and_start_announcements(Db db)
    {
        await using var forum = await NewSite.OpenAsync(db);
        var tree = await forum.Service<BoardTrees>().CurrentAsync(default);
        var (room, news) = (tree.All.Single(b => b.Slug == "staffroom"), tree.All.Single(b => b.Slug == "announcements"));
        var (guest, member, moderator) = (await forum.GuestAsync(), await forum.ViewerAsync("member", 12), await forum.ViewerAsync("moderator", Group.Moderators));

        Assert.Null(tree.FindVisible(room.Id, guest));
        Assert.Null(tree.FindVisible(room.Id, member));
        Assert.NotNull(tree.FindVisible(room.Id, moderator));
        Assert.False(member.May(BoardRight.PostThread, news));
        Assert.True(member.May(BoardRight.Reply, news));
        Assert.True(moderator.May(BoardRight.PostThread, news));
    }

    [Fact]
    public async Task A_second_set_up_is_refused_and_changes_nothing()
    {
        await using var forum = await NewSite.OpenAsync(Db.Sqlite);
        var again = await forum.SetUpAsync(NewSite.Order with { AdminName = "intruder", SiteName = "Mine" });

        Assert.Equal("AlreadySetUp", again.Refusal?.Code);
        Assert.Equal(1, await forum.Rows(d => d.Members.CountAsync()));
    }

    [Fact]
    public async Task Without_a_password_one_is_made_up_and_works()
    {
        await using var forum = await NewSite.EmptyAsync(Db.Sqlite);
        var made = await forum.SetUpAsync(NewSite.Order with { Password = null });

        var founder = await forum.Rows(d => d.Members.SingleAsync());
        Assert.Equal(PasswordVerificationResult.Success,
            new PasswordHasher<Member>().VerifyHashedPassword(founder, founder.PasswordHash!, made.Value.OneTimePassword!));
    }

    [Theory]
    [InlineData("", "operator", "a@example.org", "long enough", "city", "SiteName")]
    [InlineData("Site", "", "a@example.org", "long enough", "city", "AdminName")]
    [InlineData("Site", "a@b", "a@example.org", "long enough", "city", "AdminName")]
    [InlineData("Site", "operator", "nowhere", "long enough", "city", "AdminEmail")]
    [InlineData("Site", "operator", "a@example.org", "short", "city", "Password")]
    [InlineData("Site", "operator", "a@example.org", "long enough", "moon", "Template")]
    public async Task A_wrong_order_is_refused_by_name(string site, string admin, string email, string password, string template, string field)
    {
        await using var forum = await NewSite.EmptyAsync(Db.Sqlite);
        Assert.Equal(field, (await forum.SetUpAsync(new SiteOrder(site, admin, email, password, template))).Refusal?.Field);
        Assert.False(await forum.Rows(d => d.Boards.AnyAsync()));
    }

    [Fact]
    public async Task After_an_import_a_member_is_promoted_and_boards_stay()
    {
        await using var forum = await NewSite.EmptyAsync(Db.Sqlite);
        var member = await forum.MemberAsync("Operator");
        await forum.BoardAsync("Imported");
        Assert.Null((await forum.SetUpAsync(NewSite.Order)).Refusal);

        var founder = await forum.Rows(d => d.Members.SingleAsync());
        Assert.Equal((member.Id, "Operator", true), (founder.Id, founder.UserName, founder.IsFounder));
        Assert.Equal(["Imported"], await forum.Rows(d => d.Boards.Select(b => b.Name).ToListAsync()));
    }
}
