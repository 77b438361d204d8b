using System.Net;
using ForumEngine.Addresses;
using ForumEngine.Groups;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Addresses;

public sealed class AddressBanTests
{
    [Theory, EveryDatabase]
    public async Task A_ban_holds_to_its_last_second_and_is_logged_coming_and_going(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var staff = await forum.AdministratorAsync();
        var id = (await BanAsync(forum, staff, "203.0.113.0/24", days: "1")).Value;
        Assert.Equal(AddressScope.Writing, await FindAsync(forum, "203.0.113.9", AddressScope.Writing));
        Assert.Equal(AddressScope.Writing, await FindAsync(forum, "203.0.113.9", AddressScope.Registering));
        Assert.Null(await FindAsync(forum, "203.0.113.9", AddressScope.Visiting));
        Assert.Null(await FindAsync(forum, "203.0.114.9", AddressScope.Writing));

        forum.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await FindAsync(forum, "203.0.113.9", AddressScope.Writing));
        Assert.Equal("AddressBannedAlready", (await BanAsync(forum, await LaterAsync(forum, staff), "203.0.113.77/24")).Refusal!.Code);
        forum.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await FindAsync(forum, "203.0.113.9", AddressScope.Writing));

        var again = (await BanAsync(forum, await LaterAsync(forum, staff), "203.0.113.77/24")).Value;
        Assert.NotEqual(id, again);
        Assert.Null(await forum.Use<UnbanAddress, Refusal?>(u => u.RunAsync(staff, again, default)));
        Assert.Null(await FindAsync(forum, "203.0.113.9", AddressScope.Writing));
        Assert.Equal(Refusal.NotFound, await forum.Use<UnbanAddress, Refusal?>(u => u.RunAsync(staff, again, default)));
        Assert.Equal(["address.ban", "address.ban", "address.unban"], await forum.Rows(d => d.StaffActs.Where(a => a.Act.StartsWith("address.")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Of_many_at_once_one_ban_stands(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var staff = await forum.AdministratorAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => BanAsync(forum, staff, "203.0.113.0/24")));
        Assert.Single(answers, a => a.Refusal is null);
        Assert.All(answers.Where(a => a.Refusal is not null), a => Assert.Equal("AddressBannedAlready", a.Refusal!.Code));
        Assert.Equal(1, await forum.Rows(d => d.AddressBans.CountAsync()));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "address.ban")));
    }

    [Fact]
    public async Task Nobody_bans_themselves_and_colleagues_only_knowingly()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var staff = (await forum.AdministratorAsync()) with { Address = IPAddress.Loopback.MapToIPv6().GetAddressBytes() };
        Assert.Equal("AddressIsYours", (await BanAsync(forum, staff, "127.0.0.0/8")).Refusal!.Code);
        var colleague = await forum.MemberAsync("colleague", Group.SuperModerators);
        await forum.Rows(d => d.Members.Where(m => m.Id == colleague.Id).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.LastAddress, IPAddress.Parse("198.51.100.4").MapToIPv6().GetAddressBytes()).SetProperty(x => x.LastSeenAt, forum.Now.AddDays(-29))));
        var asked = (await BanAsync(forum, staff, "198.51.100.0/24")).Refusal!;
        Assert.Equal(("AddressOfStaff", "colleague"), (asked.Code, asked.Arguments[0]));
        Assert.Null((await forum.Use<BanAddress, Outcome<int>>(u => u.RunAsync(staff, Wish("198.51.100.0/24") with { EvenStaffs = true }, default))).Refusal);
    }

    [Fact]
    public async Task Rights_and_widths_are_kept()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (admin, super) = (await forum.AdministratorAsync(), await forum.ViewerAsync("super", Group.SuperModerators));
        Assert.Equal("NeedsStaffRight", (await BanAsync(forum, await forum.ViewerAsync("moderator", Group.Moderators), "203.0.113.9")).Refusal!.Code);
        Assert.Equal("AddressTooWide", (await BanAsync(forum, admin, "8.0.0.0/7")).Refusal!.Code);
        Assert.Equal("AddressTooWide", (await BanAsync(forum, admin, "2000::/18")).Refusal!.Code);
        Assert.Equal("AddressNeedsAdministrator", (await BanAsync(forum, super, "8.0.0.0/15")).Refusal!.Code);
        Assert.Null((await BanAsync(forum, admin, "8.0.0.0/15")).Refusal);
        var ofAdmin = (await BanAsync(forum, admin, "203.0.113.9")).Value;
        var ofSuper = (await BanAsync(forum, super, "203.0.113.10")).Value;
        Assert.Equal("AddressNotYours", (await forum.Use<UnbanAddress, Refusal?>(u => u.RunAsync(super, ofAdmin, default)))!.Code);
        Assert.Null(await forum.Use<UnbanAddress, Refusal?>(u => u.RunAsync(super, ofSuper, default)));
        Assert.Null(await forum.Use<UnbanAddress, Refusal?>(u => u.RunAsync(admin, ofAdmin, default)));
        foreach (var (wish, field) in ((NewAddressBan, string)[])
            [(Wish("nowhere"), "Range"), (Wish("203.0.113.9") with { Reason = " " }, "Reason"), (Wish("203.0.113.9") with { Days = "x" }, "Days"), (Wish("203.0.113.9") with { Scope = (AddressScope)9 }, "Scope")])
            Assert.Equal(field, (await forum.Use<BanAddress, Outcome<int>>(u => u.RunAsync(admin, wish, default))).Refusal!.Field);
    }

    [Theory, EveryDatabase]
    public async Task What_a_ban_has_refused_is_counted_behind(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var id = (await BanAsync(forum, await forum.AdministratorAsync(), "203.0.113.9")).Value;
        var hits = forum.Service<AddressHits>();
        for (var i = 0; i < 3; i++) hits.Count(id);
        await ((IJob)hits).RunAsync(default);
        await ((IJob)hits).RunAsync(default);
        Assert.Equal(3, await forum.Rows(d => d.AddressBans.Select(b => b.Hits).SingleAsync()));
    }

    private static NewAddressBan Wish(string range) => new(range, AddressScope.Writing, "30", "spam");

    private static Task<Outcome<int>> BanAsync(Forum forum, Viewer who, string range, string days = "30") =>
        forum.Use<BanAddress, Outcome<int>>(u => u.RunAsync(who, Wish(range) with { Days = days }, default));

    private static Task<Viewer> LaterAsync(Forum forum, Viewer who) =>
        forum.Service<Viewers>().ForAsync(who.MemberId, who.Address, who.Port, default).AsTask();

    private static async Task<AddressScope?> FindAsync(Forum forum, string address, AddressScope what) =>
        (await forum.Service<AddressBans>().CurrentAsync(default)).Find(IPAddress.Parse(address).MapToIPv6().GetAddressBytes(), what, forum.Now)?.Scope;
}
