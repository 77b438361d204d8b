using ForumEngine.Accounts;
using ForumEngine.Members;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Accounts;

public sealed class SessionTests
{
    private static readonly byte[] Home = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 203, 0, 113, 9];

    [Theory, EveryDatabase]
    public async Task One_is_ended_or_all_others_and_never_somebody_elses(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var (suki, ally) = ((await forum.RegisterAsync("Suki")).Member!, (await forum.RegisterAsync("Ally")).Member!);
        var (phone, desk, tablet, hers) = (await BeginAsync(forum, suki), await BeginAsync(forum, suki), await BeginAsync(forum, suki), await BeginAsync(forum, ally));
        var who = await SeenAsync(forum, suki, desk);
        Assert.Equal(suki.Id, who.MemberId);
        Assert.Equal([tablet, desk, phone], (await forum.Use<EndSession, List<Session>>(e => e.ListAsync(who, default))).Select(s => s.Id));
        Assert.Equal(RefusalKind.NotFound, (await EndAsync(forum, who, hers))!.Kind);
        Assert.Null(await EndAsync(forum, who, phone));
        Assert.True((await SeenAsync(forum, suki, phone)).IsGuest);
        Assert.False((await SeenAsync(forum, suki, tablet)).IsGuest);
        await forum.Use<EndSession, Refusal?>(e => e.OthersAsync(who, default));
        Assert.True((await SeenAsync(forum, suki, tablet)).IsGuest);
        Assert.False((await SeenAsync(forum, suki, desk)).IsGuest);
        Assert.False((await SeenAsync(forum, ally, hers)).IsGuest);
        // Another's number, and a cookie from before there were any, open nothing.
        Assert.True((await SeenAsync(forum, suki, hers)).IsGuest);
        Assert.True((await forum.Service<Viewers>().ForSignInAsync(suki.Id, suki.SecurityStamp, null, Home, 1, default)).IsGuest);
    }

    [Theory, EveryDatabase]
    public async Task A_new_password_ends_the_others_and_so_does_staff(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var suki = (await forum.RegisterAsync("Suki")).Member!;
        var (here, there) = (await BeginAsync(forum, suki), await BeginAsync(forum, suki));
        var who = await SeenAsync(forum, suki, here);
        var changed = (await forum.Use<ChangePassword, Outcome<Member>>(c => c.RunAsync(who, Doors.Password, "another horse 9", "another horse 9", Doors.Site, default))).Value;
        Assert.True(await forum.Use<BeginSession, bool>(b => b.RenewAsync(changed, here, default)));
        Assert.False((await SeenAsync(forum, changed, here)).IsGuest);
        Assert.True((await SeenAsync(forum, suki, there)).IsGuest);
        Assert.True((await SeenAsync(forum, changed, there)).IsGuest);
        Assert.Single(await forum.Use<EndSession, List<Session>>(e => e.ListAsync(who with { SecurityStamp = changed.SecurityStamp }, default)));

        var admin = await forum.AdministratorAsync();
        Assert.Null(await forum.Use<MemberDoor, Refusal?>(d => d.EndSessionsAsync(admin, suki.Id, "", default)));
        Assert.True((await SeenAsync(forum, changed, here)).IsGuest);
        Assert.Equal(0, await forum.Use<EndSession, int>(async e => await e.CountAsync(await forum.ReadAsync(suki), default)));
    }

    [Theory, EveryDatabase]
    public async Task When_and_where_is_written_minutes_later_and_the_unused_are_forgotten(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var suki = (await forum.RegisterAsync("Suki")).Member!;
        var (used, unused) = (await BeginAsync(forum, suki), await BeginAsync(forum, suki));
        forum.Clock.Advance(TimeSpan.FromDays(20));
        byte[] cafe = [.. Home[..15], 77];
        var seen = forum.Services.GetServices<ForumEngine.Jobs.IJob>().OfType<SessionsSeen>().Single();
        seen.Saw(await SeenAsync(forum, suki, used) with { Address = cafe });
        await seen.RunAsync(default);
        var row = await forum.Rows(d => d.Sessions.SingleAsync(s => s.Id == used));
        Assert.Equal(forum.Now, row.SeenAt);
        Assert.Equal(cafe, row.Address);
        forum.Clock.Advance(TimeSpan.FromDays(12));
        await seen.RunAsync(default);
        Assert.Equal([used], await forum.Rows(d => d.Sessions.Where(s => s.MemberId == suki.Id).Select(s => s.Id).ToListAsync()));
        forum.Service<Viewers>().Forget(suki.Id);
        Assert.True((await SeenAsync(forum, suki, unused)).IsGuest);
    }

    [Theory, EveryDatabase]
    public async Task A_member_has_twenty_the_longest_unused_goes(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var suki = (await forum.RegisterAsync("Suki")).Member!;
        var first = await BeginAsync(forum, suki);
        for (var i = 1; i < Session.Most; i++)
        {
            forum.Clock.Advance(TimeSpan.FromMinutes(1));
            await BeginAsync(forum, suki);
        }
        Assert.False((await SeenAsync(forum, suki, first)).IsGuest);
        await BeginAsync(forum, suki, new string('x', 5000));
        Assert.True((await SeenAsync(forum, suki, first)).IsGuest);
        Assert.Equal(Session.Most, await forum.Rows(d => d.Sessions.CountAsync(s => s.MemberId == suki.Id)));
    }

    private static Task<long> BeginAsync(Forum forum, Member member, string agent = "") => forum.Use<BeginSession, long>(b => b.RunAsync(member, Home, agent, default));

    private static Task<Refusal?> EndAsync(Forum forum, Viewer who, long session) => forum.Use<EndSession, Refusal?>(e => e.OneAsync(who, session, default));

    private static async Task<Viewer> SeenAsync(Forum forum, Member member, long session) =>
        await forum.Service<Viewers>().ForSignInAsync(member.Id, member.SecurityStamp, session, Home, 4711, default);
}
