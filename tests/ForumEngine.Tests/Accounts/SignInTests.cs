using ForumEngine.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Accounts;

public sealed class SignInTests
{
    [Theory, EveryDatabase]
    public async Task Name_or_address_will_do_in_any_case(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        var member = (await forum.RegisterAsync("Suki", "Suki@example.test")).Member!;
        Assert.Equal(member.Id, (await forum.SignInAsync("sUKI", Doors.Password)).Value.Id);
        Assert.Equal(member.Id, (await forum.SignInAsync(" SUKI@example.test ", Doors.Password)).Value.Id);
    }

    [Theory, EveryDatabase]
    public async Task Unknown_and_wrong_get_the_same_answer(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.RegisterAsync("Suki");
        var (wrong, unknown) = (await forum.SignInAsync("Suki", "not this one"), await forum.SignInAsync("Nobody1", "not this one"));
        Assert.Equal(("SignInWrong", "Password"), (wrong.Refusal!.Code, wrong.Refusal.Field));
        Assert.Equal((wrong.Refusal.Kind, wrong.Refusal.Code, wrong.Refusal.Field), (unknown.Refusal!.Kind, unknown.Refusal.Code, unknown.Refusal.Field));
    }

    [Theory, EveryDatabase]
    public async Task After_five_failures_tries_wait_longer_and_longer_but_not_elsewhere(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.RegisterAsync("Suki");
        for (var i = 0; i < 5; i++) Assert.Equal("SignInWrong", (await forum.SignInAsync("Suki", "wrong one")).Refusal!.Code);

        // The right password has to wait too, from this address; the owner comes from another.
        Assert.Equal(30, (await forum.SignInAsync("Suki", Doors.Password)).Refusal!.RetryAfter!.Value.TotalSeconds);
        Assert.Null((await forum.SignInAsync("Suki", Doors.Password, from: 2)).Refusal);

        forum.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("SignInWrong", (await forum.SignInAsync("Suki", "wrong one")).Refusal!.Code);
        Assert.Equal(60, (await forum.SignInAsync("Suki", "wrong one")).Refusal!.RetryAfter!.Value.TotalSeconds);

        forum.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Null((await forum.SignInAsync("Suki", Doors.Password)).Refusal);
        Assert.Equal("SignInWrong", (await forum.SignInAsync("Suki", "wrong one")).Refusal!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Many_tries_at_once_do_not_slip_through(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.RegisterAsync("Suki");
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => forum.SignInAsync("Suki", "wrong one"))));
        // Perhaps none: those that arrive together may all wait for each other.
        Assert.InRange(tries.Count(t => t.Refusal!.Code == "SignInWrong"), 0, 5);
    }

    [Theory, EveryDatabase]
    public async Task Failures_are_forgotten_when_they_no_longer_count(Db db)
    {
        await using var forum = await Doors.OpenAsync(db);
        await forum.SignInAsync("Suki", "wrong one");
        forum.Clock.Advance(SignInThrottle.Window + TimeSpan.FromSeconds(1));
        await forum.Services.GetServices<ForumEngine.Jobs.IJob>().OfType<PurgeSignInFailures>().Single().RunAsync(default);
        Assert.Equal(0, await forum.Rows(rows => rows.SignInFailures.CountAsync()));
    }
}
