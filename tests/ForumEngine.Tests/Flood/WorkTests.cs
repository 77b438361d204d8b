using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ForumEngine.Challenges;

namespace ForumEngine.Tests.Flood;

public sealed class WorkTests
{
    [Theory, EveryDatabase]
    public async Task A_solved_challenge_counts_once_however_many_bring_it_at_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var payload = await SolvedAsync(forum);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RedeemAsync(forum, payload)));
        Assert.Single(answers, true);
        Assert.False(await RedeemAsync(forum, payload));
        Assert.True(await RedeemAsync(forum, await SolvedAsync(forum)));
    }

    [Fact]
    public async Task Forged_late_and_broken_answers_count_for_nothing()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var good = await forum.Service<Work>().CreateAsync(default);
        var number = Solve(good);
        Assert.False(await RedeemAsync(forum, Pack(good, number + 1)));
        Assert.False(await RedeemAsync(forum, Pack(good with { Salt = good.Salt + "0" }, number)));
        Assert.False(await RedeemAsync(forum, Pack(good with { Signature = "00" }, number)));
        // Made by the visitor, with a number they know.
        var own = good with { Challenge = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(good.Salt + 5))) };
        Assert.False(await RedeemAsync(forum, Pack(own, 5)));
        foreach (var junk in (string?[])[null, "", "???", "e30=", Convert.ToBase64String("[1]"u8), Convert.ToBase64String("null"u8), new string('A', 5000)])
            Assert.False(await RedeemAsync(forum, junk));
        forum.Clock.Advance(Work.Lifetime);
        Assert.False(await RedeemAsync(forum, Pack(good, number)));
    }

    [Theory]
    [InlineData(true, 10, 0, false), InlineData(true, 1, 0, false), InlineData(true, 1, 10, true), InlineData(false, 10, 0, true), InlineData(true, null, 50, true)]
    public void Points_decide_who_confirms_the_address_first(bool worked, int? seconds, int neighbours, bool suspected) =>
        Assert.Equal(suspected, Suspicion.OfRegistration(true, worked, seconds is { } s ? TimeSpan.FromSeconds(s) : null, 3, neighbours) >= Suspicion.Enough);

    private static async Task<string> SolvedAsync(Forum forum)
    {
        var challenge = await forum.Service<Work>().CreateAsync(default);
        return Pack(challenge, Solve(challenge));
    }

    private static long Solve(WorkChallenge challenge)
    {
        for (var n = 0; n <= challenge.MaxNumber; n++)
            if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{challenge.Salt}{n}"))) == challenge.Challenge) return n;
        throw new InvalidOperationException("It has no solution.");
    }

    private static string Pack(WorkChallenge c, long number) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(
        new { algorithm = c.Algorithm, challenge = c.Challenge, number, salt = c.Salt, signature = c.Signature }));

    private static Task<bool> RedeemAsync(Forum forum, string? payload) => forum.Rows(d => forum.Service<Work>().RedeemAsync(d, payload, forum.Now, default));
}
