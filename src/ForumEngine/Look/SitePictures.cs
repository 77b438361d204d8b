using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ForumEngine.Look;

/// <summary>The bytes of <see cref="SitePicture"/>s; those asked for lately are in memory.</summary>
public sealed class SitePictures(IDbContextFactory<ForumDb> dbs, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Null for one that isn't there, and while the database is down.</summary>
    public async Task<byte[]?> FindAsync(string key, CancellationToken cancel)
    {
        if (key.Length == 0 || !SitePicture.IsReference(key)) return null;
        if (cache.TryGetValue((typeof(SitePicture), key), out byte[]? known)) return known;
        try
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            var bytes = await db.SitePictures.Where(p => p.Key == key).Select(p => p.Bytes).SingleOrDefaultAsync(cancel);
            if (bytes is not null) cache.Set((typeof(SitePicture), key), bytes, new MemoryCacheEntryOptions { SlidingExpiration = Kept });
            return bytes;
        }
        catch (Exception error) when (error.IsOutage())
        {
            return null;
        }
    }
}
