using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Permissions;

namespace ForumEngine.Tests.Accounts;

/// <summary>The links of mails: each works once, in its time, for what it was made for.</summary>
public sealed class LinkTests
{
    private const string Next = "another horse 7";

    [Theory, EveryDatabase]
    public async Task A_reset_link_sets_a_password_once(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var member = (await forum.RegisterAsync("Suki", "suki@example.test")).Member!;
        var token = await ForgetAsync(forum, "SUKI@example.test");

        Assert.Equal("PasswordCommon", (await ResetAsync(forum, token, "12345678"))!.Code);
        Assert.Null(await ResetAsync(forum, token, Next));
        Assert.Equal("LinkDead", (await ResetAsync(forum, token, "a third horse 5"))!.Code);
        Assert.Null((await forum.SignInAsync("Suki", Next)).Refusal);
        Assert.NotEqual(member.SecurityStamp, (await forum.ReadAsync(member)).SecurityStamp);
    }

    [Theory, EveryDatabase]
    public async Task It_dies_with_time_and_with_a_newer_one(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.RegisterAsync("Suki", "suki@example.test");
        var old = await ForgetAsync(forum, "suki@example.test");
        var newer = await ForgetAsync(forum, "suki@example.test");
        Assert.Equal("LinkDead", (await ResetAsync(forum, old, Next))!.Code);
        forum.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("LinkDead", (await ResetAsync(forum, newer, Next))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task It_dies_with_a_changed_password(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var member = (await forum.RegisterAsync("Suki", "suki@example.test")).Member!;
        var token = await ForgetAsync(forum, "suki@example.test");
        var viewer = await forum.ViewerAsync(member);
        var changed = await forum.Use<ChangePassword, Outcome<Member>>(c => c.RunAsync(viewer, Doors.Password, Next, Next, Doors.Site, default));
        Assert.Null(changed.Refusal);
        Assert.Equal("LinkDead", (await ResetAsync(forum, token, "a third horse 5"))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_learns_which_addresses_are_known(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var guest = await forum.GuestAsync();
        Assert.Null(await forum.Use<RequestPasswordReset, Refusal?>(r => r.RunAsync(guest, "unknown@example.test", Doors.Site, default)));
        Assert.Empty(await forum.MailsAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_token_of_one_purpose_is_nothing_to_another(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.RegisterAsync("Suki", "suki@example.test");
        var confirm = await forum.LastTokenAsync();
        var reset = await ForgetAsync(forum, "suki@example.test");
        Assert.Equal("LinkDead", (await ResetAsync(forum, confirm, Next))!.Code);
        Assert.Equal("LinkDead", (await ConfirmAsync(forum, reset)).Refusal!.Code);
        foreach (var broken in new[] { null, "", "x", reset[..^2], reset[..10] + (reset[10] == 'A' ? 'B' : 'A') + reset[11..], new string('a', 5000) })
            Assert.Equal("LinkDead", (await ResetAsync(forum, broken, Next))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Confirming_lets_a_waiting_member_write(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.SetAsync("Registration.VerifyEmail", "true");
        var member = (await forum.RegisterAsync("Suki")).Member!;
        Assert.Equal(Group.Waiting, member.GroupId);
        Assert.Null((await ConfirmAsync(forum, await forum.LastTokenAsync())).Refusal);
        var now = await forum.ReadAsync(member);
        Assert.Equal((Group.Newcomers, true), (now.GroupId, now.EmailConfirmed));
    }

    [Theory, EveryDatabase]
    public async Task A_new_address_ends_the_links_to_others(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var member = (await forum.RegisterAsync("Suki", "one@example.test")).Member!;
        var viewer = await forum.ViewerAsync(member);
        Assert.Equal("CurrentPasswordWrong", (await ChangeAsync(forum, viewer, "two@example.test", "wrong one"))!.Code);
        Assert.Null(await ChangeAsync(forum, viewer, "two@example.test"));
        var (toOld, toTwo) = ((await forum.MailsAsync())[^1], (await forum.MailsAsync())[^2]);
        Assert.Contains("one@example.test", toOld, StringComparison.Ordinal);
        Assert.Contains("two@example.test", toTwo, StringComparison.Ordinal);
        Assert.Equal("one@example.test", (await forum.ReadAsync(member)).Email);

        var two = System.Text.RegularExpressions.Regex.Match(toTwo, @"token=([\w-]+)").Groups[1].Value;
        Assert.Null(await ChangeAsync(forum, viewer, "three@example.test"));
        var three = System.Text.RegularExpressions.Regex.Match((await forum.MailsAsync())[^2], @"token=([\w-]+)").Groups[1].Value;
        Assert.Null((await ConfirmAsync(forum, three)).Refusal);
        Assert.Equal("LinkDead", (await ConfirmAsync(forum, two)).Refusal!.Code);
        Assert.Equal("three@example.test", (await forum.ReadAsync(member)).NormalizedEmail);
    }

    private static async Task<string> ForgetAsync(Forum forum, string email)
    {
        var guest = await forum.GuestAsync();
        Assert.Null(await forum.Use<RequestPasswordReset, Refusal?>(r => r.RunAsync(guest, email, Doors.Site, default)));
        return await forum.LastTokenAsync();
    }

    private static async Task<Refusal?> ResetAsync(Forum forum, string? token, string password)
    {
        var guest = await forum.GuestAsync();
        return await forum.Use<ResetPassword, Refusal?>(r => r.RunAsync(guest, token, password, password, Doors.Site, default));
    }

    private static Task<Refusal?> ChangeAsync(Forum forum, Viewer who, string email, string password = Doors.Password) =>
        forum.Use<RequestEmailChange, Refusal?>(r => r.RunAsync(who, email, password, Doors.Site, default));

    private static Task<Outcome<Member>> ConfirmAsync(Forum forum, string token) =>
        forum.Use<ConfirmEmail, Outcome<Member>>(c => c.RunAsync(token, default));
}
