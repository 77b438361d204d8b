using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Look;

/// <summary>The site's logo and icons, in memory: at most six small pictures.</summary>
public sealed class LookImages(Snapshots snapshots)
{
    private static readonly LookImageSet None = new([]);

    /// <summary>While the database is down or has an older schema, what was last known: the page that says so is drawn with it.</summary>
    public ValueTask<LookImageSet> CurrentOrLastAsync(CancellationToken cancel) => snapshots.GetOrLastAsync(Kinds.Look, LoadAsync, None, cancel);

    private static async Task<LookImageSet> LoadAsync(ForumDb db, CancellationToken cancel) => new(await db.LookImages.ToListAsync(cancel));
}

/// <summary>All pictures in force, by key.</summary>
public sealed class LookImageSet(IEnumerable<LookImage> images)
{
    private readonly Dictionary<string, LookImage> byKey = images.ToDictionary(i => i.Key);

    public LookImage? Logo => Find(LookImage.Logo);
    public LookImage? Icon => Find($"{LookImage.Icon}-32");

    public LookImage? Find(string key) => byKey.GetValueOrDefault(key);
}
