using System.Diagnostics;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using static ForumEngine.Permissions.BoardRight;
using static ForumEngine.Tests.Permissions.Town;

namespace ForumEngine.Tests.Permissions;

/// <summary>The explainer asks the code that enforces; every way that it offers turns the answer round.</summary>
public sealed class AccessExplainerTests
{
    private static readonly GroupSet Groups = new(
        [new Group { Id = MemberGroup, Title = "Members" }, new Group { Id = SecondGroup, Title = "Second" }, new Group { Id = 2, Title = "Super", Rank = Rank.SuperModerator }],
        [new GroupRule { GroupId = MemberGroup, Right = "View", Value = 1 }, new GroupRule { GroupId = SecondGroup, Right = "View", Value = 1 }, new GroupRule { GroupId = SecondGroup, Right = "Reply", Value = 1 }, new GroupRule { GroupId = 2, Right = "View", Value = 1 }]);

    public static TheoryData<string> Names => BoardAccessTests.Names;

    [Theory, MemberData(nameof(Names))]
    public void It_answers_as_the_enforcement_does(string name)
    {
        var asked = BoardAccessTests.CaseOf(name);
        if (!Enum.IsDefined(asked.Right)) return;
        var found = Explain(asked.Viewer.Done(), asked.Right, asked.Board());
        Assert.Equal((asked.Allowed, asked.By), (found.Decision.Allowed, found.Decision.By));
        Assert.NotEmpty(found.Steps);
    }

    [Fact]
    public void A_denying_cell_offers_to_clear_it_to_allow_it_a_personal_right_and_another_group()
    {
        var found = Explain(Member().Done(), Reply, Market(Deny(Reply))());
        Assert.Equal([AccessWayKind.GiveException, AccessWayKind.ClearCell, AccessWayKind.AllowCell], found.Ways.Select(w => w.Kind));
        Assert.Equal((MarketId, MemberGroup), (found.Steps.Last(s => s.Answer == false).BoardId, found.Steps.Last(s => s.Answer == false).GroupId));
        Assert.Equal([SecondGroup], found.Groups.Select(g => g.Id));
    }

    [Fact]
    public void A_sanction_is_lifted_and_nothing_else_helps()
    {
        var found = Explain(Member().Muted().Done(), Reply, Market()());
        Assert.Equal([AccessWayKind.LiftSanction], found.Ways.Select(w => w.Kind));
        Assert.Equal("spam", found.Sanction?.Reason);
        Assert.Empty(found.Groups);
    }

    [Fact]
    public void A_lock_names_the_board_that_holds_it()
    {
        Assert.Equal([(AccessWayKind.GivePassword, (int?)MarketId)], Explain(Member().Done(), View, BelowLocked()()).Ways.Select(w => (w.Kind, w.BoardId)).Take(1));
        Assert.Equal([AccessWayKind.MeetCondition], Explain(Member().Done(), View, Asking(posts: 5)()).Ways.Select(w => w.Kind).Take(1));
        Assert.Equal([AccessWayKind.TakeOutOfArchive], Explain(Member().Done(), Reply, Archived()()).Ways.Select(w => w.Kind));
    }

    [Fact]
    public void What_is_allowed_says_what_would_forbid_it()
    {
        var found = Explain(Member().Done(), Reply, Market()());
        Assert.True(found.Decision.Allowed);
        Assert.Contains(AccessWayKind.DenyCell, found.Ways.Select(w => w.Kind));
        Assert.Contains(AccessWayKind.SetGroupRight, found.Ways.Select(w => w.Kind));
    }

    [Fact]
    public void A_staff_right_says_whether_the_board_or_the_group_is_missing()
    {
        var found = AccessExplainer.Explain(Moderator(MarketId).Done() with { Rights = System.Collections.Immutable.ImmutableDictionary<string, int>.Empty.Add("DeletePosts", 1) }, Market()(), AccessQuestion.Parse("DeletePosts")!, Groups);
        Assert.Equal((false, DecidedBy.StaffRank), (found.Decision.Allowed, found.Decision.By));
        Assert.Equal([AccessWayKind.MakeModerator], found.Ways.Select(w => w.Kind));
    }

    /// <summary>The issue asks for 5 ms; the bound leaves room for a debug build on a machine that does other things.</summary>
    [Fact]
    public void Ten_thousand_boards_are_decided_in_milliseconds()
    {
        var categories = Enumerable.Range(0, 20).Select(c => Big(1 + c * 500, null, 0)).ToList();
        var tree = new BoardTree([.. categories, .. categories.SelectMany(category => Enumerable.Range(1, 499).Select(b => Big(category.Id + b, category, b)))]);
        Assert.Equal(10_000, tree.All.Count);
        var viewer = Member(SecondGroup).With(5, View, false).Done();
        Assert.True(tree.VisibleTo(viewer).Length is > 9_000 and < 10_000);
        var best = Enumerable.Range(0, 15).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            tree.VisibleTo(viewer);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"10,000 boards decided in {best:0.00} ms");
        Assert.True(best < 25, $"{best:0.00} ms");
    }

    private static BoardNode Big(int id, BoardNode? parent, int number) => new(new Board { Id = id, Name = $"{id}", Kind = parent is null ? BoardKind.Category : BoardKind.Board }, parent,
        number % 20 == 1 ? [new BoardCell { BoardId = id, GroupId = MemberGroup, Right = View, Allow = false }] : [], [], []);

    private static Explanation Explain(Viewer who, BoardRight right, BoardNode board) => AccessExplainer.Explain(who, board, new AccessQuestion(right, null, null), Groups);
}
