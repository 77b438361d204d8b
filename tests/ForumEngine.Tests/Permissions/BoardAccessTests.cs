using ForumEngine.Permissions;
using static ForumEngine.Permissions.BoardRight;
using static ForumEngine.Permissions.DecidedBy;
using static ForumEngine.Tests.Permissions.Town;

namespace ForumEngine.Tests.Permissions;

/// <summary>
/// How a board action is decided (architecture.md 4.1): this table is the documentation. The boards are those of <see cref="Town"/>:
/// category City &gt; board Market &gt; sub-board Bikes; category Backroom (hidden) &gt; board Window (visible).
/// </summary>
public sealed class BoardAccessTests
{
    private static readonly Case[] Table =
    [
        // Rule 1: a sanction in force forbids it, whoever it is.
        new("a mute of the site stops replies", Member().Muted(), Reply, Market(), false, DecidedBy.Sanction),
        new("a mute of the site stops threads", Member().Muted(), PostThread, Market(), false, DecidedBy.Sanction),
        new("a mute of the site leaves reading", Member().Muted(), View, Market(), true, GroupDefault),
        new("a mute of one board stops replies there", Member().Muted(MarketId), Reply, Market(), false, DecidedBy.Sanction),
        new("a mute of one board holds below it", Member().Muted(MarketId), Reply, Bikes(), false, DecidedBy.Sanction),
        new("a mute of a sub-board leaves its parent", Member().Muted(BikesId), Reply, Market(), true, GroupDefault),
        new("a mute that has ended is none", Member().Muted(until: Now.AddSeconds(-1)), Reply, Market(), true, GroupDefault),
        new("a mute ends to the second", Member().Muted(until: Now), Reply, Market(), true, GroupDefault),
        new("a mute that has not begun is none", Member().Muted(from: Now.AddMinutes(1)), Reply, Market(), true, GroupDefault),
        new("a block of the site stops reading too", Member().Blocked(), View, Market(), false, DecidedBy.Sanction),
        new("a sanction comes before the administrator's yes", Administrator().Muted(), Reply, Market(), false, DecidedBy.Sanction),
        new("a sanction comes before a personal exception", Member().With(MarketId, Reply, true).Muted(), Reply, Market(), false, DecidedBy.Sanction),
        new("the loss of links stops no reply", Member().WithoutLinks(), Reply, Market(), true, GroupDefault),

        // Rule 2: administrators and founders.
        new("an administrator may where every cell denies", Administrator(), PostThread, Market(Deny(PostThread)), true, DecidedBy.Administrator),
        new("an administrator sees hidden boards", Administrator(), View, Backroom(), true, DecidedBy.Administrator),
        new("a founder without a group may everything", Founder(), Reply, Backroom(), true, DecidedBy.Administrator),

        // Rule 3: an unexpired exception for this member at this board.
        new("an exception allows against the cell", Member().With(MarketId, Reply, true), Reply, Market(Deny(Reply)), true, DecidedBy.Exception),
        new("an exception denies against the cell", Member().With(MarketId, Reply, false), Reply, Market(Allow(Reply)), false, DecidedBy.Exception),
        new("an expired exception is none", Member().With(MarketId, Reply, true, Now), Reply, Market(Deny(Reply)), false, Cell),
        new("an exception that still runs counts", Member().With(MarketId, Reply, true, Now.AddSeconds(1)), Reply, Market(Deny(Reply)), true, DecidedBy.Exception),
        new("an exception is for its own right only", Member().With(MarketId, PostThread, true), Reply, Market(Deny(Reply)), false, Cell),
        new("an exception is for its own board only", Member().With(MarketId, Reply, true), Reply, Bikes(Deny(Reply)), false, Cell),

        // Rule 4: the cells of all groups: any allow, else any deny.
        new("a cell denies against the group", Member(), Reply, Market(Deny(Reply)), false, Cell),
        new("a cell allows what the group has not", Guest(), Reply, Market(Allow(Reply, GuestGroup)), true, Cell),
        new("one allow among several groups wins", Member(SecondGroup), Reply, Market(Deny(Reply), Allow(Reply, SecondGroup)), true, Cell),
        new("whatever the order of the groups", Member(SecondGroup), Reply, Market(Allow(Reply), Deny(Reply, SecondGroup)), true, Cell),
        new("one deny and one silence is a no", Member(SecondGroup), Reply, Market(Deny(Reply, SecondGroup)), false, Cell),
        new("a cell of another group means nothing", Member(), Reply, Market(Deny(Reply, SecondGroup)), true, GroupDefault),

        // Rule 5: the parent, then the category, then the group.
        new("a sub-board inherits its parent's cell", Member(), Reply, Bikes(parent: [Deny(Reply)]), false, Ancestor),
        new("a sub-board inherits its category's cell", Member(), Reply, Bikes(category: [Deny(Reply)]), false, Ancestor),
        new("its own cell comes before the parent's", Member(), Reply, Bikes([Allow(Reply)], parent: [Deny(Reply)]), true, Cell),
        new("the parent's comes before the category's", Member(), Reply, Bikes(parent: [Allow(Reply)], category: [Deny(Reply)]), true, Ancestor),
        new("silence everywhere asks the group", Member(), Reply, Bikes(), true, GroupDefault),
        new("a guest's group reads", Guest(), View, Market(), true, GroupDefault),
        new("a guest's group doesn't write", Guest(), Reply, Market(), false, GroupDefault),
        new("a right that no group has is a no", Member(), UploadFiles, Market(), false, GroupDefault),
        new("who has no group at all may nothing", Nobody(), View, Market(), false, GroupDefault),

        // Rule 6: every action needs view.
        new("who may reply but not read may not reply", Member(), Reply, Market(Deny(View), Allow(Reply)), false, NeedsView),
        new("an inherited no to view stops a reply", Member(), Reply, Bikes([Allow(Reply)], category: [Deny(View)]), false, NeedsView),
        new("an exception to reply does not open what may not be read", Member().With(MarketId, Reply, true), Reply, Market(Deny(View)), false, NeedsView),
        new("a hidden board is closed to members", Member(), View, Backroom(), false, Closed),
        new("a hidden board is closed against any cell", Member(), View, Backroom(Allow(View)), false, Closed),
        new("a visible child of a hidden parent is open", Member(), View, Window(), true, GroupDefault),
        new("and can be written in", Member(), Reply, Window(), true, GroupDefault),
        new("a super moderator sees hidden boards", SuperModerator(), View, Backroom(), true, GroupDefault),
        new("a moderator sees the hidden board given to them", Moderator(BackroomId), View, Backroom(), true, GroupDefault),
        new("a moderator does not see other hidden boards", Moderator(MarketId), View, Backroom(), false, Closed),
        new("an archived board takes nothing from anybody", Administrator(), Reply, Archived(), false, DecidedBy.Archived),
        new("an archived board is read as before", Member(), View, Archived(), true, GroupDefault),

        // Rule 7: passwords and conditions.
        new("a password keeps out", Member(), View, Locked(), false, Password),
        new("a password keeps out whoever may write", Member(), Reply, Locked(Allow(Reply)), false, Password),
        new("who has given it is in", Member().Knowing(), View, Locked(), true, GroupDefault),
        new("a password holds for what is below", Member(), View, BelowLocked(), false, Password),
        new("staff needs none", SuperModerator(), View, Locked(), true, GroupDefault),
        new("a password comes after the right", Nobody(), View, Locked(), false, GroupDefault),
        new("who has posted too little waits", Member(), View, Asking(posts: 5), false, Condition),
        new("who has posted enough is in", Member().Having(5), View, Asking(posts: 5), true, GroupDefault),
        new("who joined lately waits", Member(), View, Asking(days: 40), false, Condition),
        new("an exempt group doesn't wait", Member(SecondGroup), View, Asking(days: 40, exempt: "30"), true, GroupDefault),
        new("a guest has no age", Guest(), View, Asking(days: 1), false, Condition),
        new("a right that does not exist is a no", Member(), (BoardRight)99, Market(), false, GroupDefault),
    ];

    public static TheoryData<string> Names => [.. Table.Select(c => c.Name)];

    internal static Case CaseOf(string name) => Table.Single(c => c.Name == name);

    [Theory, MemberData(nameof(Names))]
    public void Decided_by_the_first_rule_that_answers(string name)
    {
        var asked = Table.Single(c => c.Name == name);
        var decision = BoardAccess.Decide(asked.Viewer.Done(), asked.Right, asked.Board());
        Assert.Equal((asked.Allowed, asked.By), (decision.Allowed, decision.By));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_last_step_that_answered_is_the_one_that_decided(string name)
    {
        var asked = Table.Single(c => c.Name == name);
        List<DecisionStep> steps = [];
        var decision = BoardAccess.Decide(asked.Viewer.Done(), asked.Right, asked.Board(), steps);
        var last = steps.Last(s => s.Answer is not null);
        Assert.Equal(decision.Allowed, steps.All(s => s.Answer != false));
        if (decision.By != NeedsView && !decision.Allowed) Assert.Equal(decision.By, last.Rule);
    }
}
