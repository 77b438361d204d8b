using System.Collections.Frozen;
using ForumEngine.Reports;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>A rule as pages name it; <see cref="Title"/> and <see cref="Text"/> are empty where the engine words them by <see cref="Key"/>.</summary>
public sealed record NamedRule(int Id, string Code, string Key, ReportCategory Category, string Title, string Text, bool IsRetired);

/// <summary>All rules, in their order; retired ones too, since old sanctions name them.</summary>
public sealed class RuleSet(IReadOnlyList<NamedRule> all)
{
    private readonly FrozenDictionary<int, NamedRule> byId = all.ToFrozenDictionary(r => r.Id);

    public IReadOnlyList<NamedRule> All => all;

    /// <summary>What a new sanction may name.</summary>
    public IEnumerable<NamedRule> InForce => all.Where(r => !r.IsRetired);

    public NamedRule? Find(int? id) => id is { } known ? byId.GetValueOrDefault(known) : null;
}

/// <summary>Where the <see cref="RuleSet"/> comes from: memory, renewed within a second of a change on any node.</summary>
public sealed class SiteRules(Snapshots snapshots)
{
    public ValueTask<RuleSet> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.Rules, LoadAsync, cancel);

    private static async Task<RuleSet> LoadAsync(ForumDb db, CancellationToken cancel) => new(await db.Rules.OrderBy(r => r.Position).ThenBy(r => r.Id)
        .Select(r => new NamedRule(r.Id, r.Code, r.Key, r.Category, r.Title, r.Text, r.RetiredAt != null)).ToListAsync(cancel));
}
