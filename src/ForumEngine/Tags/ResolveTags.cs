using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>
/// Turns names into tags, and makes those that aren't there yet. Before the thread's transaction: two who need the same new tag
/// at once must not lose their texts over it. A tag that nobody took in the end has no threads and is shown to nobody.
/// </summary>
public sealed class ResolveTags(ForumDb db)
{
    /// <summary>In the order of the names, each tag once; what was merged is the tag it went into. Closed ones are refused.</summary>
    public async Task<Outcome<IReadOnlyList<Tag>>> RunAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        if (names.Count == 0) return Array.Empty<Tag>();
        var found = await FindAsync(names, cancel);
        if (names.Where(n => !found.ContainsKey(TagNames.Fold(n))).ToList() is { Count: > 0 } missing)
        {
            foreach (var name in missing) await AddAsync(name, cancel);
            found = await FindAsync(names, cancel);
        }
        var tags = names.Select(n => found[TagNames.Fold(n)]).DistinctBy(t => t.Id).ToList();
        return tags.Find(t => t.IsClosed) is { } closed ? Refusal.Invalid("Tags", "TagClosed", closed.Name) : tags;
    }

    private async Task<Dictionary<string, Tag>> FindAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        string[] folded = [.. names.Select(TagNames.Fold)];
        var rows = await (
            from t in db.Tags
            join m in db.Tags on t.MergedIntoId equals m.Id into targets
            from m in targets.DefaultIfEmpty()
            where folded.Contains(t.Folded)
            select new { t.Folded, Tag = m ?? t }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.Folded, r => r.Tag);
    }

    private async Task AddAsync(string name, CancellationToken cancel)
    {
        try
        {
            await db.InTransactionAsync(async () =>
            {
                db.Tags.Add(new Tag { Name = name, Folded = TagNames.Fold(name) });
                await db.SaveChangesAsync(cancel);
            }, cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            // Somebody else made it at the same moment.
            db.ChangeTracker.Clear();
        }
    }
}
