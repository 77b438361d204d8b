using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Setup;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Setup;

public sealed class SeedTests
{
    private static readonly BenchOrder Small = new(Boards: 6, Members: 60, Threads: 150, Posts: 2400, BigThread: 700, Seed: 7, Password: null);

    private sealed class NoProgress : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_demo_is_whole_and_holds_every_invariant(Db db)
    {
        await using var forum = await NewSite.OpenAsync(db);
        var seeded = await forum.Use<SeedDemo, Outcome<int>>(s => s.RunAsync("a long password", default));

        Assert.Null(seeded.Refusal);
        Assert.Equal(seeded.Value, await forum.Rows(d => d.Posts.CountAsync()));
        Assert.True(await forum.Rows(d => d.Members.CountAsync()) > 24);
        Assert.True(await forum.Rows(d => d.Sanctions.AnyAsync(s => s.LiftedAt != null)));
        Assert.True(await forum.Rows(d => d.Posts.AnyAsync(p => p.Html.Contains("<blockquote"))));
        await HoldsAsync(forum);
    }

    [Fact]
    public async Task Seeds_are_for_sites_without_threads()
    {
        await using var forum = await NewSite.OpenAsync(Db.Sqlite);
        await forum.Use<SeedDemo, Outcome<int>>(s => s.RunAsync(null, default));

        Assert.Equal("HasThreads", (await forum.Use<SeedDemo, Outcome<int>>(s => s.RunAsync(null, default))).Refusal?.Code);
        Assert.Equal("HasThreads", (await BenchAsync(forum, Small))?.Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_bench_has_what_was_ordered_and_holds_every_invariant(Db db)
    {
        await using var forum = await NewSite.OpenAsync(db);
        Assert.Null(await BenchAsync(forum, Small));

        Assert.Equal(150, await forum.Rows(d => d.Threads.CountAsync()));
        Assert.Equal(2400, await forum.Rows(d => d.Posts.CountAsync()));
        Assert.Equal(700, await forum.Rows(d => d.Threads.MaxAsync(t => t.LastFloor)));
        Assert.Equal(61, await forum.Rows(d => d.Members.CountAsync()));
        await HoldsAsync(forum);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_posts_and_another_gives_others()
    {
        var (first, same, other) = (await BodiesAsync(Small), await BodiesAsync(Small), await BodiesAsync(Small with { Seed = 8 }));
        Assert.Equal(first, same);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData(0, 60, 150, 2400, 0, "Boards")]
    [InlineData(6, 60, 150, 149, 0, "Posts")]
    [InlineData(6, 60, 150, 800, 700, "Posts")]
    public async Task An_order_that_cannot_be_met_names_the_field(int boards, int members, int threads, int posts, int big, string field)
    {
        await using var forum = await NewSite.OpenAsync(Db.Sqlite);
        Assert.Equal(field, (await BenchAsync(forum, new BenchOrder(boards, members, threads, posts, big, 1, null)))?.Field);
    }

    private static Task<Refusal?> BenchAsync(Forum forum, BenchOrder order) =>
        forum.Use<SeedBench, Refusal?>(s => s.RunAsync(order, new NoProgress(), default));

    private static async Task<List<string>> BodiesAsync(BenchOrder order)
    {
        await using var forum = await NewSite.OpenAsync(Db.Sqlite);
        await BenchAsync(forum, order);
        return await forum.Rows(d => d.Posts.OrderBy(p => p.ThreadId).ThenBy(p => p.Floor).Select(p => p.AuthorName + p.Body).ToListAsync());
    }

    private static async Task HoldsAsync(Forum forum)
    {
        var report = await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(repair: false, default));
        Expect.None(report.Findings.Where(f => f.Violations > 0).Select(f => $"{f.Check}: {string.Join("; ", f.Examples)}"));
        Assert.Equal(0, report.Waiting);
    }
}
