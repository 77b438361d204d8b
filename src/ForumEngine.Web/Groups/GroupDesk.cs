using ForumEngine.Groups;
using ForumEngine.Permissions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Groups;

/// <summary>What the pages about groups show.</summary>
public sealed class GroupDesk(GroupSets groups, GroupSizes sizes)
{
    public async Task<IReadOnlyList<GroupLine>> ListAsync(Viewer who, CancellationToken cancel)
    {
        var members = await sizes.ReadAsync(cancel);
        return [.. (await AllAsync(cancel)).OrderBy(g => g.Kind).ThenBy(g => g.CreditsFrom ?? g.Id).Select(g => new GroupLine(g, members.GetValueOrDefault(g.Id), GroupEditRules.WhyNotTouch(who, g) is null, BeginSimulation.WhyNot(who, g) is null))];
    }

    public async Task<NewGroupForm> NewAsync(NewGroupForm form, CancellationToken cancel)
    {
        form.Groups = await AllAsync(cancel);
        return form;
    }

    /// <summary>Null for groups that stay.</summary>
    public async Task<DeleteGroupView?> DeletionAsync(Viewer who, int id, CancellationToken cancel)
    {
        var all = await AllAsync(cancel);
        if (all.FirstOrDefault(g => g.Id == id) is not { } group || group.Kind == GroupKind.System || GroupEditRules.WhyNotTouch(who, group) is not null) return null;
        return new DeleteGroupView(group, await sizes.OfAsync(id, cancel), [.. all.Where(g => g.Id != id && g.Rank == Rank.Member && g.Id is not (Group.Guests or Group.Waiting))]);
    }

    private async Task<IReadOnlyList<Group>> AllAsync(CancellationToken cancel) => [.. (await groups.CurrentAsync(cancel)).All.Where(g => !Group.IsReserved(g.Id))];
}

public sealed record GroupLine(Group Group, int Members, bool MayChange, bool MaySimulate);

public sealed record DeleteGroupView(Group Group, int Members, IReadOnlyList<Group> Targets);

public sealed class NewGroupForm
{
    public int From { get; set; }
    public GroupKind Kind { get; set; } = GroupKind.Special;
    public string? Title { get; set; }
    public int? CreditsFrom { get; set; }

    [BindNever]
    public IReadOnlyList<Group> Groups { get; set; } = [];
}
