using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Accounts;

public sealed class InvitationTests
{
    [Theory, EveryDatabase]
    public async Task One_code_makes_one_member_also_when_many_register_at_once(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.SetAsync("Registration.Mode", "invitation");
        await forum.SetAsync("Registration.PerAddressPerHour", "0");
        var maker = await forum.AdministratorAsync();
        Assert.Null(await MakeAsync(forum, maker, 2, 10));
        var codes = await forum.Rows(d => d.Invitations.OrderBy(i => i.Id).Select(i => i.Code).ToListAsync());

        Assert.Equal(["InvitationWrong"], (await JoinAsync(forum, "Nobody1", null)).Refusals.Select(r => r.Code));
        Assert.Equal(["InvitationWrong"], (await JoinAsync(forum, "Nobody1", "ABCDEFGHIJKLMNOP")).Refusals.Select(r => r.Code));
        var joined = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => JoinAsync(forum, $"friend-no{n}", codes[0], (byte)n))));
        var winner = Assert.Single(joined, j => j.Member is not null).Member!;
        Assert.All(joined.Where(j => j.Member is null), j => Assert.Equal("InvitationWrong", j.Refusals.Single().Code));
        Assert.Equal(1, await forum.Rows(d => d.Members.CountAsync(m => m.UserName!.StartsWith("friend-no"))));
        var used = await forum.Rows(d => d.Invitations.SingleAsync(i => i.UsedById != null));
        Assert.Equal((winner.Id, codes[0], InvitationState.Used), (used.UsedById!.Value, used.Code, used.StateAt(forum.Now)));
        // However it is typed, and not when its days are over.
        Assert.NotNull((await JoinAsync(forum, "Typed1", codes[1].ToLowerInvariant().Insert(4, " - "))).Member);
        Assert.Null(await MakeAsync(forum, maker, 1, 1));
        forum.Clock.Advance(TimeSpan.FromDays(1.01));
        Assert.Equal(["InvitationWrong"], (await JoinAsync(forum, "Late1", await LastAsync(forum))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryDatabase]
    public async Task A_member_makes_as_many_as_the_group_allows_and_revokes_their_own(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.SetAsync("Registration.Mode", "invitation");
        var suki = await forum.ViewerAsync("suki", 12);
        Assert.Equal(3, await forum.Use<Invitations, int>(i => i.LeftAsync(suki, default)));
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => forum.Use<Invitations, Refusal?>(i => i.MakeOwnAsync(suki, default)))));
        Assert.Equal(3, made.Count(r => r is null));
        Assert.All(made.OfType<Refusal>(), r => Assert.Equal("NoInvitationsLeft", r.Code));
        Assert.Equal("NoInvitationsLeft", (await forum.Use<Invitations, Refusal?>(async i => await i.MakeOwnAsync(await forum.ViewerAsync("newbie", Group.Newcomers), default)))!.Code);

        var list = (await forum.Use<Invitations, InvitationList>(i => i.ListAsync(suki.MemberId, null, default))).Lines;
        Assert.Equal(3, list.Count);
        var stranger = await forum.ViewerAsync("stranger", 12);
        Assert.Equal(RefusalKind.NotFound, (await RevokeAsync(forum, stranger, list[0].Invitation.Id))!.Kind);
        Assert.Null(await RevokeAsync(forum, suki, list[0].Invitation.Id));
        Assert.Equal("InvitationGone", (await RevokeAsync(forum, suki, list[0].Invitation.Id))!.Code);
        Assert.Null(await RevokeAsync(forum, await forum.AdministratorAsync(), list[1].Invitation.Id));
        Assert.Equal(["InvitationWrong"], (await JoinAsync(forum, "Rumi1", list[0].Invitation.Code)).Refusals.Select(r => r.Code));
        Assert.NotNull((await JoinAsync(forum, "Rumi1", list[2].Invitation.Code)).Member);
        Assert.Equal("InvitationGone", (await RevokeAsync(forum, suki, list[2].Invitation.Id))!.Code);
        forum.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(3, await forum.Use<Invitations, int>(async i => await i.LeftAsync(suki with { Now = forum.Now }, default)));
    }

    [Theory, EveryDatabase]
    public async Task Administrators_need_the_page_and_keep_to_limits(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Equal("NumberOutOfRange", (await MakeAsync(forum, admin, 0, 10))!.Code);
        Assert.Equal("NumberOutOfRange", (await MakeAsync(forum, admin, 1, 366))!.Code);
        Assert.Equal(RefusalKind.NotFound, (await MakeAsync(forum, admin with { AdminPages = ["Words"] }, 1, 1))!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await MakeAsync(forum, await forum.ViewerAsync("plain"), 1, 1))!.Kind);
    }

    [Theory, EveryDatabase]
    public async Task The_site_reserves_names_of_its_own(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.SetAsync("Registration.ReservedNames", "mayor*，*bureau, 城市");
        foreach (var name in (string[])["Mayor-Li", "Water_Bureau", "城市", "MAYOR"])
            Assert.Contains((await forum.RegisterAsync(name)).Refusals, r => r.Code is "NameReserved");
        Assert.NotNull((await forum.RegisterAsync("Suki")).Member);
        Assert.NotNull((await forum.RegisterAsync("城市之光", from: 2)).Member);
    }

    private static async Task<Registered> JoinAsync(Forum forum, string name, string? code, byte from = 1)
    {
        var guest = await forum.VisitorAsync(from);
        return await forum.Use<RegisterMember, Registered>(r =>
            r.RunAsync(guest, new Registration(name, $"{Guid.NewGuid():N}@example.test", Doors.Password, Doors.Password, true) { Invitation = code }, Doors.Site, default));
    }

    private static Task<Refusal?> MakeAsync(Forum forum, Viewer who, int count, int days) => forum.Use<Invitations, Refusal?>(i => i.MakeAsync(who, count, days, default));

    private static Task<Refusal?> RevokeAsync(Forum forum, Viewer who, int id) => forum.Use<Invitations, Refusal?>(i => i.RevokeAsync(who, id, default));

    private static Task<string> LastAsync(Forum forum) => forum.Rows(d => d.Invitations.OrderByDescending(i => i.Id).Select(i => i.Code).FirstAsync());
}
