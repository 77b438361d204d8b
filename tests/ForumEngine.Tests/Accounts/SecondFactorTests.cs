using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Members;
using ForumEngine.Permissions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Accounts;

public sealed class SecondFactorTests
{
    [Theory, EveryDatabase]
    public async Task It_is_on_after_the_first_code_and_ends_the_other_sign_ins(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var member = (await forum.RegisterAsync("Suki")).Member!;
        var who = await forum.ViewerAsync(member);
        Assert.Equal("CurrentPasswordWrong", (await BeginAsync(forum, who, "wrong one")).Refusal!.Code);
        var key = (await BeginAsync(forum, who, Doors.Password)).Value;
        Assert.False((await forum.ReadAsync(member)).TwoFactorEnabled);
        Assert.False((await forum.SignInAsync("Suki", Doors.Password)).Value.TwoFactorEnabled);

        Assert.Equal("CodeWrong", (await ConfirmAsync(forum, who, Wrong(forum, key))).Refusal!.Code);
        var enrolled = (await ConfirmAsync(forum, who, CodeOf(forum, key))).Value;
        Assert.Equal(RecoveryCodes.Count, enrolled.Codes.Distinct().Count());
        var now = await forum.ReadAsync(member);
        Assert.True(now.TwoFactorEnabled);
        Assert.NotEqual(member.SecurityStamp, now.SecurityStamp);
        Assert.Equal(now.SecurityStamp, enrolled.Member.SecurityStamp);
        // Neither the secret nor a code stands in the database as it is.
        var stored = await forum.Rows(async d => string.Join('\n', (await d.SecondFactors.Select(f => f.Secret).ToListAsync()).Concat(await d.RecoveryCodes.Select(c => c.Hash).ToListAsync())));
        Assert.DoesNotContain(key, stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(enrolled.Codes, code => stored.Contains(code, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("account/settings/security", (await forum.MailsAsync())[^1], StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_secret_that_waited_too_long_is_made_anew(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var who = await forum.ViewerAsync((await forum.RegisterAsync("Suki")).Member!);
        var key = (await BeginAsync(forum, who, Doors.Password)).Value;
        forum.Clock.Advance(TimeSpan.FromMinutes(16));
        who = who with { Now = forum.Now };
        Assert.Null(await forum.Use<EnrolSecondFactor, SecretToEnrol?>(e => e.FindAsync(who, default)));
        Assert.Equal("FactorTooLate", (await ConfirmAsync(forum, who, CodeOf(forum, key))).Refusal!.Code);
        Assert.NotEqual(key, (await BeginAsync(forum, who, Doors.Password)).Value);
    }

    [Theory, EveryDatabase]
    public async Task A_code_opens_once_also_when_many_try_it_at_the_same_time(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var (member, key, codes) = await EnrolAsync(forum, "Suki");
        forum.Clock.Advance(TimeSpan.FromSeconds(60));
        foreach (var code in (string[])[CodeOf(forum, key), codes[0]])
        {
            var tries = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => FinishAsync(forum, member, code, (byte)n))));
            Assert.Equal(1, tries.Count(t => t.Refusal is null));
            Assert.All(tries.Where(t => t.Refusal is not null), t => Assert.Contains(t.Refusal!.Code, (string[])["CodeWrong", "TooSoon"]));
            forum.Clock.Advance(TimeSpan.FromMinutes(20));
        }
        Assert.Equal(RecoveryCodes.Count - 1, await forum.Rows(d => d.RecoveryCodes.CountAsync(c => c.MemberId == member.Id)));
        // However it is typed, but not that one again.
        Assert.Null((await FinishAsync(forum, member, $" {codes[1].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} ")).Refusal);
        Assert.Equal("CodeWrong", (await FinishAsync(forum, member, codes[1])).Refusal!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Knowing_the_password_gives_no_more_tries_at_the_code(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var (member, key, _) = await EnrolAsync(forum, "Suki");
        var evaluated = 0;
        for (var i = 0; i < 8; i++)
        {
            // The password in between is right, and forgives nothing.
            var password = await forum.SignInAsync("Suki", Doors.Password);
            if (password.Refusal is null && (await FinishAsync(forum, member, Wrong(forum, key))).Refusal!.Code == "CodeWrong") evaluated++;
        }
        Assert.Equal(5, evaluated);
        // From other addresses neither, without end: the owner of a password that is known has to wait as well.
        for (byte n = 2; n < 30; n++)
            if ((await FinishAsync(forum, member, Wrong(forum, key), n)).Refusal!.Code == "CodeWrong") evaluated++;
        Assert.Equal(10, evaluated);
        forum.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Null((await FinishAsync(forum, member, CodeOf(forum, key))).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Turning_it_off_and_new_codes_ask_for_password_and_code(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var (member, key, codes) = await EnrolAsync(forum, "Suki");
        var who = await forum.ViewerAsync(member);
        Assert.Equal("CurrentPasswordWrong", (await RenewAsync(forum, who, "wrong one", codes[0])).Refusal!.Code);
        Assert.Equal("CodeWrong", (await RenewAsync(forum, who, Doors.Password, "ABCD-ABCD-ABCD-ABCD")).Refusal!.Code);
        var fresh = (await RenewAsync(forum, who, Doors.Password, codes[0])).Value.Codes;
        Assert.Equal("CodeWrong", (await RenewAsync(forum, who, Doors.Password, codes[1])).Refusal!.Code);

        Assert.Equal("CodeWrong", (await OffAsync(forum, who, Doors.Password, Wrong(forum, key))).Refusal!.Code);
        Assert.False((await OffAsync(forum, who, Doors.Password, fresh[0])).Value.TwoFactorEnabled);
        Assert.False((await forum.ReadAsync(member)).TwoFactorEnabled);
        Assert.Equal(0, await forum.Rows(d => d.RecoveryCodes.CountAsync()) + await forum.Rows(d => d.SecondFactors.CountAsync()));
        Assert.False((await forum.SignInAsync("Suki", Doors.Password)).Value.TwoFactorEnabled);
    }

    [Theory, EveryDatabase]
    public async Task Staff_have_days_of_grace_and_then_are_ordinary_members_until_they_have_one(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var founder = await forum.Rows(d => d.Members.SingleAsync(m => m.IsFounder));
        var member = (await forum.RegisterAsync("Suki")).Member!;
        await forum.Rows(d => d.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.GroupId, Group.SuperModerators)));
        Assert.NotNull((await forum.ViewerAsync(member)).SecondFactorDueAt);
        await DemandAsync(forum);
        forum.Clock.Advance(TimeSpan.FromDays(13));
        await DemandAsync(forum);
        var before = await forum.ViewerAsync(member);
        Assert.True(before is { Rank: Rank.SuperModerator, StaffRightsRest: false });
        Assert.True(before.May(StaffRight.DeletePosts));

        forum.Clock.Advance(TimeSpan.FromDays(1.1));
        foreach (var resting in (Viewer[])[await forum.ViewerAsync(member), await forum.ViewerAsync(founder)])
        {
            Assert.True(resting is { Rank: Rank.Member, StaffRightsRest: true, IsAdministrator: false });
            Assert.False(resting.May(StaffRight.DeletePosts));
            Assert.Equal(0, resting.Level(StaffRight.DeletePosts));
            Assert.Equal([Group.Newcomers], resting.GroupIds);
        }
        // Others still may not act on them: their rank is theirs.
        Assert.Equal(Rank.Founder, await forum.Use<Ranks, Rank>(r => r.OfAsync(founder.Id, default)));

        var key = (await BeginAsync(forum, await forum.ViewerAsync(member), Doors.Password)).Value;
        Assert.Null((await ConfirmAsync(forum, await forum.ViewerAsync(member), CodeOf(forum, key))).Refusal);
        Assert.True(await forum.ViewerAsync(member) is { Rank: Rank.SuperModerator, SecondFactorDueAt: null });
        Assert.Equal("FactorIsDemanded", (await OffAsync(forum, await forum.ViewerAsync(member), Doors.Password, "")).Refusal!.Code);

        await forum.SetAsync("Security.SecondFactor", "off");
        Assert.True(await forum.ViewerAsync(founder) is { Rank: Rank.Founder, SecondFactorDueAt: null });
        await DemandAsync(forum);
        await forum.SetAsync("Security.SecondFactor", "staff");
        Assert.False((await forum.ViewerAsync(founder)).StaffRightsRest);
    }

    [Theory, EveryDatabase]
    public async Task Administrators_remove_lower_ranks_factors_founders_each_others_and_the_shell_anybodys(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var (member, _, _) = await EnrolAsync(forum, "Suki");
        var (founder, _, _) = await EnrolAsync(forum, "Ally");
        await forum.Rows(d => d.Members.Where(m => m.Id == founder.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, true).SetProperty(x => x.GroupId, Group.Administrators)));
        var admin = await forum.AdministratorAsync();
        Assert.Equal("EqualRank", (await RemoveAsync(forum, admin, founder))!.Code);
        Assert.Equal("NotOnYourself", (await RemoveAsync(forum, await forum.ViewerAsync(founder), founder))!.Code);
        Assert.Null(await RemoveAsync(forum, admin, member));
        Assert.Equal("FactorIsOff", (await RemoveAsync(forum, admin, member))!.Code);
        Assert.Null((await forum.SignInAsync("Suki", Doors.Password)).Refusal);

        var other = await forum.ViewerAsync(await forum.Rows(d => d.Members.FirstAsync(m => m.IsFounder && m.Id != founder.Id)));
        Assert.Null(await RemoveAsync(forum, other, founder));
        Assert.Equal(2, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "member.factor.remove")));

        var (third, _, _) = await EnrolAsync(forum, "Rumi");
        var shell = Viewers.ForSystem("forum member", forum.Now);
        Assert.Null(await forum.Use<ResetSecondFactor, Refusal?>(r => r.RunAsync(shell, "rumi", default)));
        Assert.False((await forum.ReadAsync(third)).TwoFactorEnabled);
        Assert.Equal("NotFound", (await forum.Use<ResetSecondFactor, Refusal?>(r => r.RunAsync(shell, "nobody", default)))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task With_other_keys_than_the_sites_no_code_opens_but_recovery_codes_do(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var (member, _, codes) = await EnrolAsync(forum, "Suki");
        await forum.Rows(d => d.SecondFactors.ExecuteUpdateAsync(f => f.SetProperty(x => x.Secret, Convert.ToBase64String(new EphemeralDataProtectionProvider().CreateProtector("x").Protect(new byte[20])))));
        Assert.Equal("CodeWrong", (await FinishAsync(forum, member, Totp.CodeAt(new byte[20], Totp.StepAt(forum.Now)))).Refusal!.Code);
        Assert.Null((await FinishAsync(forum, member, codes[0])).Refusal);
    }

    private static async Task<(Member Member, string Key, IReadOnlyList<string> Codes)> EnrolAsync(Forum forum, string name)
    {
        var member = (await forum.RegisterAsync(name)).Member!;
        var who = await forum.ViewerAsync(member);
        var key = (await BeginAsync(forum, who, Doors.Password)).Value;
        var enrolled = (await ConfirmAsync(forum, who, CodeOf(forum, key))).Value;
        forum.Clock.Advance(TimeSpan.FromSeconds(90));
        return (await forum.ReadAsync(member), key, enrolled.Codes);
    }

    private static async Task<Outcome<string>> BeginAsync(Forum forum, Viewer who, string password) =>
        await forum.Use<EnrolSecondFactor, Refusal?>(e => e.BeginAsync(who, password, default)) is { } refusal
            ? refusal : (await forum.Use<EnrolSecondFactor, SecretToEnrol?>(e => e.FindAsync(who, default)))!.Key;

    private static Task<Outcome<Enrolled>> ConfirmAsync(Forum forum, Viewer who, string code) =>
        forum.Use<EnrolSecondFactor, Outcome<Enrolled>>(e => e.ConfirmAsync(who, code, Doors.Site, default));

    private static Task<Outcome<Enrolled>> RenewAsync(Forum forum, Viewer who, string password, string code) =>
        forum.Use<ChangeSecondFactor, Outcome<Enrolled>>(c => c.RenewCodesAsync(who, password, code, Doors.Site, default));

    private static Task<Outcome<Member>> OffAsync(Forum forum, Viewer who, string password, string code) =>
        forum.Use<ChangeSecondFactor, Outcome<Member>>(c => c.TurnOffAsync(who, password, code, Doors.Site, default));

    private static Task<Refusal?> RemoveAsync(Forum forum, Viewer who, Member member) =>
        forum.Use<MemberDoor, Refusal?>(d => d.RemoveFactorAsync(who, member.Id, "lost phone", Doors.Site, default));

    private static async Task<Outcome<Member>> FinishAsync(Forum forum, Member member, string code, byte from = 1)
    {
        var guest = await forum.VisitorAsync(from);
        return await forum.Use<SignIn, Outcome<Member>>(s => s.FinishAsync(guest, member.Id, member.SecurityStamp!, code, Doors.Site, default));
    }

    private static Task DemandAsync(Forum forum) =>
        forum.Services.GetServices<ForumEngine.Jobs.IJob>().OfType<DemandSecondFactor>().Single().RunAsync(default);

    private static string CodeOf(Forum forum, string key) => Totp.CodeAt(Secret(key), Totp.StepAt(forum.Now));

    /// <summary>None of those that are good now.</summary>
    private static string Wrong(Forum forum, string key)
    {
        var good = Enumerable.Range(-1, 3).Select(i => Totp.CodeAt(Secret(key), Totp.StepAt(forum.Now) + i)).ToList();
        return Enumerable.Range(0, 4).Select(i => $"{i}00000").First(c => !good.Contains(c));
    }

    private static byte[] Secret(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
