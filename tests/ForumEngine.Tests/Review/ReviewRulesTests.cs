using System.Collections.Immutable;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Words;

namespace ForumEngine.Tests.Review;

/// <summary>The table by which it is decided what waits. The clock stands at 16:00 in Shanghai on 4 May 2026.</summary>
public sealed class ReviewRulesTests
{
    private static readonly DateTime Now = new(2026, 5, 4, 8, 0, 0, DateTimeKind.Utc);
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly BoardNode Category = new(new Board { Id = 1, Name = "c", Kind = BoardKind.Category }, null, [], [], []);
    private static readonly BoardNode Board = new(new Board { Id = 2, Name = "b", Kind = BoardKind.Board }, Category, [], [], []);
    private static readonly BoardNode Below = new(new Board { Id = 3, Name = "s", Kind = BoardKind.SubBoard }, Board, [], [], []);

    private static readonly Viewer Member = new() { MemberId = 7, GroupIds = [11], Zone = TimeZoneInfo.Utc, Now = Now, JoinedAt = Now.AddDays(-30), Rights = Rights(("PostLinks", 3)) };
    private static readonly ReviewCase Thread = new() { Who = Member, Board = Board, IsThread = true, Posts = 50, Zone = Shanghai };
    private static readonly ReviewCase Reply = Thread with { IsThread = false };

    public static TheoryData<string, bool, ReviewPolicy, ReviewCase> Table()
    {
        var data = new TheoryData<string, bool, ReviewPolicy, ReviewCase>();
        void Row(string name, bool waits, ReviewPolicy policy, ReviewCase written) => data.Add(name, waits, policy, written);
        Row("all threads", true, New(), Thread);
        Row("threads, not replies", false, New(), Reply);
        Row("replies", true, New(p => p.OnReplies = true), Reply);
        Row("switched off", false, New(p => p.IsOn = false), Thread);
        Row("an edit isn't asked", false, New(), Thread with { IsEdit = true });
        Row("an edit is asked", true, New(p => p.OnEdits = true), Thread with { IsEdit = true });
        Row("its board", true, New(p => p.Boards = "2"), Thread);
        Row("another board", false, New(p => p.Boards = "9"), Thread);
        Row("a board above", true, New(p => p.Boards = "1"), Thread with { Board = Below });
        Row("a board below", false, New(p => p.Boards = "3"), Thread);
        Row("its group", true, New(p => p.Groups = "10,11"), Thread);
        Row("another group", false, New(p => p.Groups = "10"), Thread);
        Row("one of several groups", true, New(p => p.Groups = "20"), Thread with { Who = Member with { GroupIds = [11, 20] } });
        Row("inside the time", true, New(15 * 60, 17 * 60), Thread);
        Row("its first minute", true, New(16 * 60, 17 * 60), Thread);
        Row("its last minute", false, New(15 * 60, 16 * 60), Thread);
        Row("over midnight, by day", false, New(22 * 60, 6 * 60), Thread);
        Row("over midnight, late", true, New(22 * 60, 6 * 60), Thread with { Who = Member with { Now = Now.AddHours(7) } });
        Row("over midnight, early", true, New(22 * 60, 6 * 60), Thread with { Who = Member with { Now = Now.AddHours(13) } });
        Row("the same time twice is all day", true, New(60, 60), Thread);
        Row("new by days", true, New(p => p.NewDays = 31), Thread);
        Row("not new by days", false, New(p => p.NewDays = 30), Thread);
        Row("new by posts", true, New(p => p.NewPosts = 51), Thread);
        Row("not new by posts", false, New(p => p.NewPosts = 50), Thread);
        Row("new by one of both", true, New(p => (p.NewDays, p.NewPosts) = (5, 51)), Thread);
        Row("with a link", true, New(p => p.HasLink = true), Thread with { HasLink = true });
        Row("without a link", false, New(p => p.HasLink = true), Thread);
        Row("with a picture", true, New(p => p.HasImage = true), Thread with { HasImage = true });
        Row("without a picture", false, New(p => p.HasImage = true), Thread);
        Row("any word", true, New(p => p.WordCategory = "*"), Thread with { Found = [Found("spam", WordAction.Flag)] });
        Row("no word", false, New(p => p.WordCategory = "*"), Thread);
        Row("a word of its category", true, New(p => p.WordCategory = "spam"), Thread with { Found = [Found("spam", WordAction.Replace)] });
        Row("a word of another", false, New(p => p.WordCategory = "spam"), Thread with { Found = [Found("other", WordAction.Replace)] });
        Row("all must be so", false, New(p => (p.HasLink, p.HasImage) = (true, true)), Thread with { HasLink = true });
        Row("skips replies", false, New(p => p.OnReplies = true), Reply with { Who = Skipping(1) });
        Row("skips replies, not threads", true, New(), Thread with { Who = Skipping(1) });
        Row("skips threads", false, New(), Thread with { Who = Skipping(2) });
        Row("skips threads, not replies", true, New(p => p.OnReplies = true), Reply with { Who = Skipping(2) });
        Row("skips all", false, New(p => p.OnReplies = true), Reply with { Who = Skipping(3) });
        Row("an administrator", false, New(), Thread with { Who = Member with { Rank = Rank.Administrator } });
        Row("a member under review skips nothing", true, New(p => p.IsOn = false), Thread with { Who = Skipping(3) with { Sanctions = [new SanctionInForce(1, SanctionKind.Review, null, "", Now.AddDays(-1), null)] } });
        Row("under review elsewhere", false, New(p => p.IsOn = false), Thread with { Who = Member with { Sanctions = [new SanctionInForce(1, SanctionKind.Review, 9, "", Now.AddDays(-1), null)] } });
        Row("a word for review", true, New(p => p.IsOn = false), Thread with { Who = Skipping(3), Found = [Found("", WordAction.Review)] });
        Row("a word for a flag", false, New(p => p.IsOn = false), Thread with { Found = [Found("", WordAction.Flag)] });
        Row("links after review", true, New(p => p.IsOn = false), Thread with { HasLink = true, Who = Member with { Rights = Rights(("PostLinks", 1)) } });
        Row("links as they like", false, New(p => p.IsOn = false), Thread with { HasLink = true });
        return data;
    }

    [Theory, MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void It_waits_or_it_does_not(string name, bool waits, ReviewPolicy policy, ReviewCase written)
    {
        var hold = ReviewRules.Decide(written, [policy]);
        Assert.True(waits == hold is not null, name);
        Assert.True(hold is null || hold.Reasons != HoldReasons.None, name);
    }

    [Fact]
    public void All_policies_that_match_are_named() =>
        Assert.Equal(["p", "q"], ReviewRules.Decide(Thread, [New(), New(p => p.OnThreads = false), New(p => p.Name = "q")])!.Policies);

    [Theory]
    [InlineData("22:30", 1350)]
    [InlineData("6:05", 365)]
    [InlineData("24:00", null)]
    [InlineData("", null)]
    [InlineData("noon", null)]
    public void A_time_of_the_day_is_read(string typed, int? minute) => Assert.Equal(minute, ReviewRules.Minute(typed));

    [Theory]
    [InlineData("https://a.example/x", true)]
    [InlineData("https://www.a.example", true)]
    [InlineData("https://nota.example", false)]
    [InlineData("https://a.example.evil.example", false)]
    public void A_trusted_host_holds_for_what_is_below_it(string address, bool trusted) => Assert.Equal(trusted, LinkRules.IsTrusted(address, ["a.example"]));

    private static ReviewPolicy New(int from, int to) => New(p => (p.FromMinute, p.ToMinute) = (from, to));

    private static ReviewPolicy New(Action<ReviewPolicy>? adjust = null)
    {
        var policy = new ReviewPolicy { Name = "p" };
        adjust?.Invoke(policy);
        return policy;
    }

    private static Viewer Skipping(int level) => Member with { Rights = Rights(("PostLinks", 3), ("SkipReview", level)) };

    private static WordFound Found(string category, WordAction action) => new(1, "w", action, category, "Body", "w");

    private static ImmutableDictionary<string, int> Rights(params (string, int)[] rights) => rights.ToImmutableDictionary(r => r.Item1, r => r.Item2);
}
