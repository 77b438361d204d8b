using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Accounts;

public sealed class InvitationPageTests
{
    [Theory, EveryDatabase]
    public async Task A_member_invites_somebody_by_a_link_and_sees_who_came(Db db)
    {
        await using var site = await Site.StartAsync(db);
        await site.SetAsync("Registration.Mode", "invitation");
        using var member = await site.NewVisitorAsync(group: 12);
        (await member.PostFormAsync("/account/invitations")).Is(303);
        var link = (await member.OpenAsync("/account/invitations")).Html.QuerySelector("main tbody a")!.GetAttribute("href")!;
        using var friend = site.Visitor();
        (await friend.RegisterAsync("uninvited")).Is(422);
        var form = Visitor.FormOn(await friend.OpenAsync(new Uri(link).PathAndQuery), "/account/register");
        (await friend.SubmitAsync(form, "/account/register", new { UserName = "invited1", Email = "invited1@example.test", Visitor.Password, ConfirmPassword = Visitor.Password, AcceptTerms = "true" })).Is(303);
        Assert.Contains("invited1", (await member.OpenAsync("/account/invitations")).Text, StringComparison.Ordinal);

        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/admin/invitations", new { Count = "3", Days = "x" })).Is(422);
        (await founder.PostFormAsync("/admin/invitations", new { Count = "3", Days = "5" })).Is(303);
        var page = await founder.OpenAsync("/admin/invitations");
        Assert.Equal(4, page.Html.QuerySelectorAll("main tbody tr").Length);
        var revoke = page.Html.QuerySelector("main tbody form")!.GetAttribute("action")!;
        (await founder.PostFormAsync(revoke, page: "/admin/invitations")).Is(303);
        Assert.Equal(1, await site.Rows(d => d.Invitations.CountAsync(i => i.RevokedAt != null)));
        // A group that invites nobody has the page, and nothing on it.
        Assert.Null((await (await site.NewVisitorAsync()).OpenAsync("/account/invitations")).Html.QuerySelector("main form"));
    }
}
