using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Storage;

/// <summary>How long a flat value is kept in this process's memory; several who ask at once wait for one reading.</summary>
internal static class KeptFor
{
    public static HybridCacheEntryOptions Seconds(int seconds) => new()
    {
        Flags = HybridCacheEntryFlags.DisableDistributedCache,
        Expiration = TimeSpan.FromSeconds(seconds),
        LocalCacheExpiration = TimeSpan.FromSeconds(seconds),
    };
}
