using System.Collections.Frozen;
using System.Globalization;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>All categories, in memory, in their order.</summary>
public sealed class CategorySet(IEnumerable<CaseCategory> categories)
{
    private readonly FrozenDictionary<int, CaseCategory> byId = categories.ToFrozenDictionary(c => c.Id);

    public IEnumerable<CaseCategory> All => byId.Values.OrderBy(c => c.Position).ThenBy(c => c.Id);

    /// <summary>Those that a form offers.</summary>
    public IEnumerable<CaseCategory> Offered => All.Where(c => !c.IsRetired);

    public CaseCategory? Find(int? id) => byId.GetValueOrDefault(id ?? 0);

    /// <summary>By the word that a form sends; retired ones aren't found.</summary>
    public CaseCategory? Find(string? key) => Offered.FirstOrDefault(c => c.Key.Equals(key?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>In the language of the request; empty for one that isn't there.</summary>
    public string NameOf(int? id) => Find(id)?.NameIn(CultureInfo.CurrentUICulture) ?? "";

    public DateTime DueOf(int id, DateTime from) => from.AddHours(Find(id)?.DueHours ?? CaseCategory.MaxDueHours);
}

/// <summary>Where the <see cref="CategorySet"/> comes from.</summary>
public sealed class ReportCategories(Snapshots snapshots)
{
    public ValueTask<CategorySet> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.ReportCategories,
        static async (db, cancel) => new CategorySet(await db.ReportCategories.ToListAsync(cancel)), cancel);
}
