using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Links;

/// <summary>All links around the pages, in memory: those of administrators and, where nobody touched them, the engine's own.</summary>
public sealed class SiteLinks(Snapshots snapshots)
{
    private static readonly LinkSet OwnAlone = new([]);

    /// <summary>While the database is down, what was last known: the page that says so has a frame too.</summary>
    public ValueTask<LinkSet> CurrentOrLastAsync(CancellationToken cancel) => snapshots.GetOrLastAsync(Kinds.Links, LoadAsync, OwnAlone, cancel);

    public ValueTask<LinkSet> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.Links, LoadAsync, cancel);

    /// <summary>Straight from the database, for forms.</summary>
    public static async Task<LinkSet> LoadAsync(ForumDb db, CancellationToken cancel) => new(await db.SiteLinks.ToListAsync(cancel));
}

/// <summary>The links in order; those of the engine without a row have the id 0.</summary>
public sealed class LinkSet(IReadOnlyList<SiteLink> rows)
{
    private readonly ILookup<LinkPlace, SiteLink> byPlace = rows
        .Concat(SystemLinks.All.Where(own => rows.All(r => r.SystemKey != own.Key)).Select(Default))
        .OrderBy(l => l.Position).ThenBy(l => l.SystemKey is null).ThenBy(l => l.Id).ThenBy(l => l.SystemKey, StringComparer.Ordinal).ToLookup(l => l.Place);

    /// <summary>Shown or not, to whomever.</summary>
    public IEnumerable<SiteLink> In(LinkPlace place) => byPlace[place];

    /// <summary>The engine's own entry as it is now.</summary>
    public SiteLink? Own(string key) => byPlace.SelectMany(g => g).FirstOrDefault(l => l.SystemKey == key);

    private static SiteLink Default(SystemLink own) => new() { SystemKey = own.Key, Place = own.Place, Position = own.Position };
}
