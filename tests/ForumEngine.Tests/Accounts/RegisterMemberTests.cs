using ForumEngine.Groups;
using ForumEngine.Legal;
using ForumEngine.Statistics;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Accounts;

public sealed class RegisterMemberTests
{
    [Theory, EveryDatabase]
    public async Task A_member_is_made_with_the_accepted_terms_and_a_mail(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.Rows(async rows =>
        {
            rows.DocumentVersions.Add(new DocumentVersion { Slug = "terms", Number = 3, Language = "en", Title = "t", Body = "b", EffectiveAt = forum.Now.AddDays(-1) });
            rows.DocumentVersions.Add(new DocumentVersion { Slug = "terms", Number = 4, Language = "en", Title = "t", Body = "b", EffectiveAt = forum.Now.AddDays(1) });
            return await rows.SaveChangesAsync();
        });

        var done = await forum.RegisterAsync("林间小路", "Lin@example.test");

        Assert.Empty(done.Refusals);
        var member = await forum.ReadAsync(done.Member!);
        Assert.Equal((Group.Newcomers, "lin@example.test", forum.Now, false), (member.GroupId, member.NormalizedEmail, member.JoinedAt, member.EmailConfirmed));
        var accepted = await forum.Rows(rows => rows.Acceptances.SingleAsync(a => a.Slug == DocumentVersion.Terms));
        Assert.Equal((member.Id, 3, forum.Now, 16), (accepted.MemberId, accepted.Number, accepted.At, accepted.Address!.Length));
        Assert.Equal(1, await forum.Rows(rows => rows.Outbox.CountAsync(m => m.Kind == MemberJoined.Kind)));
        Assert.Contains("https://forum.example/account/confirm?token=", Assert.Single(await forum.MailsAsync()), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Every_wrong_field_is_named_at_once(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.RegisterAsync("paypal", "one@example.test");

        var done = await forum.RegisterAsync("PaypaI", "ONE@example.test", terms: false);

        Assert.Equal(["AcceptTerms:TermsNotAccepted", "Email:EmailTaken", "UserName:NameTwin"],
            done.Refusals.Select(r => $"{r.Field}:{r.Code}").Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Of_many_at_once_with_one_name_one_wins(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => forum.RegisterAsync("潮间带", from: (byte)i))));

        Assert.Single(tries, t => t.Member is not null);
        Assert.All(tries.Where(t => t.Member is null), t => Assert.Equal("NameTaken", Assert.Single(t.Refusals).Code));
        Assert.Equal(DocumentVersion.Agreed.Order(), await forum.Rows(rows => rows.Acceptances.OrderBy(a => a.Slug).Select(a => a.Slug).ToListAsync()));
    }

    [Theory, EveryDatabase]
    public async Task As_the_site_comes_the_first_neighbours_of_an_hour_write_at_once_and_those_after_them_confirm_the_address_first(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        List<int> groups = [];
        for (byte i = 1; i <= 12; i++) groups.Add((await forum.RegisterAsync($"neighbour{i}", from: i)).Member!.GroupId);
        Assert.Equal(9, groups.Count(g => g == Groups.Group.Newcomers));
        Assert.All(groups.Skip(9), g => Assert.Equal(Groups.Group.Waiting, g));
        // Without a look at them where the site asks for no work, and as before an hour later.
        await forum.SetAsync("Registration.Challenge", "none");
        Assert.Equal(Groups.Group.Newcomers, (await forum.RegisterAsync("neighbour13", from: 13)).Member!.GroupId);
        await forum.SetAsync("Registration.Challenge", "suspicious");
        forum.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(Groups.Group.Newcomers, (await forum.RegisterAsync("neighbour14", from: 14)).Member!.GroupId);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_site_takes_nobody_and_an_address_only_so_many(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.SetAsync("Registration.PerAddressPerHour", "2");
        Assert.NotNull((await forum.RegisterAsync("one", from: 7)).Member);
        Assert.NotNull((await forum.RegisterAsync("two", from: 7)).Member);
        Assert.Equal("TooSoon", (await forum.RegisterAsync("three", from: 7)).Refusals[0].Code);
        Assert.NotNull((await forum.RegisterAsync("four", from: 8)).Member);
        forum.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.NotNull((await forum.RegisterAsync("three", from: 7)).Member);

        await forum.SetAsync("Registration.Mode", "closed");
        Assert.Equal("RegistrationClosed", (await forum.RegisterAsync("five", from: 9)).Refusals[0].Code);
    }
}
