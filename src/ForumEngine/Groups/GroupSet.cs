using System.Collections.Frozen;
using System.Collections.Immutable;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Groups;

/// <summary>All groups with their rights, in memory.</summary>
public sealed class GroupSet(IEnumerable<Group> groups, IEnumerable<GroupRule> rules)
{
    private readonly FrozenDictionary<int, Group> byId = groups.ToFrozenDictionary(g => g.Id);
    private readonly ILookup<int, GroupRule> rules = rules.ToLookup(r => r.GroupId);

    public Group? Find(int id) => byId.GetValueOrDefault(id);

    public IEnumerable<Group> All => byId.Values.OrderBy(g => g.Id);

    /// <summary>The highest value of each right over these groups.</summary>
    public ImmutableDictionary<string, int> RightsOf(IEnumerable<int> groupIds) => groupIds
        .SelectMany(id => rules[id]).GroupBy(r => r.Right)
        .ToImmutableDictionary(r => r.Key, r => r.Max(x => x.Value));

    public GroupDraft DraftOf(Group group) => GroupDraft.Of(group, rules[group.Id]);

    /// <summary>Somebody of this group of whom nothing else is known: a guest for the guests' group, else a member who is not there.</summary>
    public Viewer ViewerOf(int groupId, DateTime now, TimeZoneInfo? zone = null) => new()
    {
        MemberId = groupId == Group.Guests ? null : NobodyId,
        Rank = RankOf([groupId]),
        GroupIds = [groupId],
        Rights = RightsOf([groupId]),
        JoinedAt = DateTime.MinValue,
        Posts = int.MaxValue,
        Zone = zone ?? TimeZoneInfo.Utc,
        Now = now,
    };

    /// <summary>No member has it.</summary>
    public const int NobodyId = -1;

    /// <summary>What is left of somebody's groups while their staff rights rest: those of ordinary members, or the newcomers'.</summary>
    public ImmutableArray<int> WithoutStaff(ImmutableArray<int> groupIds)
    {
        var ordinary = groupIds.RemoveAll(id => (Find(id)?.Rank ?? Rank.Member) > Rank.Member);
        return ordinary.IsEmpty ? [Group.Newcomers] : ordinary;
    }

    public Rank RankOf(IEnumerable<int> groupIds) =>
        groupIds.Select(id => Find(id)?.Rank ?? Rank.Member).DefaultIfEmpty().Max();
}

/// <summary>Where the <see cref="GroupSet"/> comes from.</summary>
public sealed class GroupSets(Snapshots snapshots)
{
    public ValueTask<GroupSet> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.Groups,
        static async (db, cancel) => new GroupSet(await db.Groups.ToListAsync(cancel), await db.GroupRules.ToListAsync(cancel)), cancel);
}
