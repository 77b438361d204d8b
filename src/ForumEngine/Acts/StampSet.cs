using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>All stamps as they are now, in order; the engine's own without a row have the id 0.</summary>
public sealed class StampSet(IReadOnlyList<Stamp> rows)
{
    public IReadOnlyList<Stamp> All { get; } = [.. rows
        .Concat(Stamps.All.Where(n => rows.All(r => r.Number != n)).Select(n => new Stamp { Number = n, Position = n * 10, Colour = Stamps.ColourOf(n) }))
        .OrderBy(s => s.Position).ThenBy(s => s.Number)];

    public Stamp? Find(int number) => All.FirstOrDefault(s => s.Number == number);
}

/// <summary>Where the <see cref="StampSet"/> comes from.</summary>
public sealed class StampSets(Snapshots snapshots)
{
    public ValueTask<StampSet> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.Stamps, LoadAsync, cancel);

    /// <summary>Straight from the database, for forms.</summary>
    public static async Task<StampSet> LoadAsync(ForumDb db, CancellationToken cancel) => new(await db.Stamps.ToListAsync(cancel));
}
