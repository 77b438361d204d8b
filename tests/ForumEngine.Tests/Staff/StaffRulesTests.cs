using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Tests.Permissions;
using ForumEngine.Threads;

namespace ForumEngine.Tests.Staff;

/// <summary>Who may act on whom: the pure rules, every pair of ranks.</summary>
public sealed class StaffRulesTests
{
    private static readonly BoardNode Market = Town.Market()();

    private static Viewer Who(Rank rank, int id = 1, int stick = 1) => new()
    {
        MemberId = id,
        Rank = rank,
        Zone = TimeZoneInfo.Utc,
        Now = Town.Now,
        Rights = new[] { "DeletePosts", "RestorePosts", "OpenClose", "MuteMembers", "BlockMembers" }
            .ToDictionary(r => r, _ => 1).Append(new("StickLevel", stick))
            .Aggregate(System.Collections.Immutable.ImmutableDictionary<string, int>.Empty, (all, r) => all.Add(r.Key, r.Value)),
    };

    [Theory, CombinatorialRanks]
    public void Staff_act_on_content_of_lower_ranks_and_the_founder_on_all(Rank actor, Rank author)
    {
        var allowed = ThreadStaffRules.Check(Who(actor), ThreadAct.Delete, Market, 2, author) is null;
        Assert.Equal(actor >= Rank.SuperModerator && (actor > author || actor == Rank.Founder), allowed);
    }

    [Theory, CombinatorialRanks]
    public void Staff_sanction_lower_ranks_only(Rank actor, Rank target)
    {
        var allowed = SanctionRules.Check(Who(actor), SanctionKind.Mute, null, 2, target) is null;
        Assert.Equal(actor >= Rank.SuperModerator && actor > target, allowed);
    }

    [Theory]
    [InlineData(Rank.SuperModerator)]
    [InlineData(Rank.Founder)]
    public void Staff_may_act_on_their_own_content_but_not_sanction_themselves(Rank rank)
    {
        Assert.Null(ThreadStaffRules.Check(Who(rank), ThreadAct.Close, Market, 1, rank));
        Assert.Equal("NotOnYourself", SanctionRules.Check(Who(rank), SanctionKind.Mute, null, 1, rank)!.Code);
    }

    [Theory]
    [InlineData(1, Sticky.No, Sticky.Board, true)]
    [InlineData(1, Sticky.No, Sticky.Category, false)]
    [InlineData(1, Sticky.Site, Sticky.No, false)]
    [InlineData(2, Sticky.Category, Sticky.No, true)]
    [InlineData(2, Sticky.No, Sticky.Site, false)]
    [InlineData(3, Sticky.No, Sticky.Site, true)]
    public void Neither_the_old_nor_the_new_sticky_level_is_above_the_staffs(int level, Sticky from, Sticky to, bool allowed) =>
        Assert.Equal(allowed, ThreadStaffRules.CheckLevel(Who(Rank.SuperModerator, stick: level), from, to) is null);

    [Fact]
    public void A_moderators_rights_hold_in_their_boards_only()
    {
        var keeper = Who(Rank.Moderator, 88);
        Assert.Null(ThreadStaffRules.Check(keeper, ThreadAct.Delete, Town.Backroom()(), 2, Rank.Member));
        Assert.Equal("NeedsStaffRight", ThreadStaffRules.Check(keeper, ThreadAct.Delete, Market, 2, Rank.Member)!.Code);
        Assert.Null(SanctionRules.Check(keeper, SanctionKind.Mute, Town.Backroom()(), 2, Rank.Member));
        Assert.Equal("OnlyInYourBoards", SanctionRules.Check(keeper, SanctionKind.Mute, Market, 2, Rank.Member)!.Code);
        Assert.Equal("OnlyInYourBoards", SanctionRules.Check(keeper, SanctionKind.Mute, null, 2, Rank.Member)!.Code);
    }

    [Fact]
    public void A_lock_is_an_administrators_and_of_the_whole_site()
    {
        Assert.Equal("NeedsAdministrator", SanctionRules.Check(Who(Rank.SuperModerator), SanctionKind.Lock, null, 2, Rank.Member)!.Code);
        Assert.Equal("LockIsSiteWide", SanctionRules.Check(Who(Rank.Administrator), SanctionKind.Lock, Market, 2, Rank.Member)!.Code);
        Assert.Null(SanctionRules.Check(Who(Rank.Administrator), SanctionKind.Lock, null, 2, Rank.Member));
    }

    [Fact]
    public void Lighter_kinds_need_the_same_right_as_a_mute() =>
        Assert.All([SanctionKind.Review, SanctionKind.NoLinks],
            kind =>
            {
                Assert.Null(SanctionRules.Check(Who(Rank.Founder), kind, null, 2, Rank.Member));
                Assert.NotNull(SanctionRules.Check(Who(Rank.Member), kind, null, 2, Rank.Member));
            });
}
