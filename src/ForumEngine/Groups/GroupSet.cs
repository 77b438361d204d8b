using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Groups;

/// <summary>All groups with their rights, in memory.</summary>
[ImmutableObject(true)]
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

    public Rank RankOf(IEnumerable<int> groupIds) =>
        groupIds.Select(id => Find(id)?.Rank ?? Rank.Member).DefaultIfEmpty().Max();
}

/// <summary>Where the <see cref="GroupSet"/> comes from.</summary>
public sealed class GroupSets(HybridCache cache, Versions versions, IDbContextFactory<ForumDb> dbs)
{
    public async ValueTask<GroupSet> CurrentAsync(CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(Kinds.Groups, cancel);
        return await cache.GetOrCreateAsync($"groups:{version}", dbs, static async (dbs, cancel) =>
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            return new GroupSet(await db.Groups.ToListAsync(cancel), await db.GroupRules.ToListAsync(cancel));
        }, cancellationToken: cancel);
    }
}
