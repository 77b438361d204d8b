using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Setup;

namespace ForumEngine.Tests.Setup;

public sealed class TemplateTests
{
    public static TheoryData<string> Templates => [.. BoardTemplate.Names];

    [Theory, MemberData(nameof(Templates))]
    public void Names_fit_slugs_are_unique_and_levels_are_three(string template)
    {
        var plans = Flatten(BoardTemplate.Read(template).Categories, 0).ToList();

        Assert.All(plans, p => Assert.InRange(p.Plan.Name.Length, 1, Board.NameLength));
        Assert.All(plans, p => Assert.InRange(p.Plan.Description.Length, 0, Board.DescriptionLength));
        Assert.All(plans, p => Assert.InRange(p.Level, 0, 2));
        Assert.All(plans.SelectMany(p => p.Plan.Types), t => Assert.InRange(t.Name.Length, 1, ThreadType.NameLength));
        Assert.Equal(plans.Count, plans.Select(p => p.Plan.Slug).Distinct().Count());
        Assert.All(plans, p => Assert.Null(BoardRules.CheckTexts(p.Plan.Name, p.Plan.Description) ?? BoardSettings.Find("Slug")!.Check(p.Plan.Slug ?? "")));
    }

    [Fact]
    public void The_city_has_a_dozen_boards_and_a_room_for_staff()
    {
        var plans = Flatten(BoardTemplate.Read("city").Categories, 0).ToList();
        Assert.True(plans.Count(p => p.Level > 0) >= 12);
        Assert.Contains(plans, p => p.Plan.StaffOnly);
        Assert.Contains(plans, p => p.Plan.StaffThreads);
    }

    [Fact]
    public void Default_groups_name_known_rights_and_leave_the_reserved_ids_free()
    {
        var groups = DefaultGroups.Read().Groups;

        Expect.None(groups.SelectMany(g => g.ToRules()).Select(r => r.Right).Distinct().Where(r => !IsRight(r)));
        Assert.DoesNotContain(groups, g => Group.IsReserved(g.Id));
        Assert.All(groups, g => Assert.InRange(g.ToGroup().Title.Length, 1, Group.TitleLength));
        Assert.Equal([Group.Administrators], groups.Where(g => g.ToGroup().Rank >= Rank.Administrator).Select(g => g.Id));
    }

    [Fact]
    public void Guests_read_and_newcomers_write()
    {
        var groups = DefaultGroups.Read().Groups.ToDictionary(g => g.Id, g => g.ToRules().ToDictionary(r => r.Right, r => r.Value));

        Assert.Contains(nameof(BoardRight.View), groups[Group.Guests].Keys);
        Assert.DoesNotContain(nameof(BoardRight.Reply), groups[Group.Guests].Keys);
        Assert.Contains(nameof(BoardRight.PostThread), groups[Group.Newcomers].Keys);
    }

    private static bool IsRight(string name) =>
        Enum.TryParse<BoardRight>(name, out _) || Enum.TryParse<GroupRight>(name, out _) || Enum.TryParse<StaffRight>(name, out _);

    private static IEnumerable<(BoardPlan Plan, int Level)> Flatten(IEnumerable<BoardPlan> plans, int level) =>
        plans.SelectMany(p => Flatten(p.Children, level + 1).Prepend((p, level)));
}
