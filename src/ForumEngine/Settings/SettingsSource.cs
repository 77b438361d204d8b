using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Settings;

/// <summary>The settings in force, from the cache; a change on any node shows within a second.</summary>
public sealed class SettingsSource(HybridCache cache, Versions versions, IDbContextFactory<ForumDb> dbs)
{
    /// <summary>Read only: the object is shared by all requests.</summary>
    public async ValueTask<SiteSettings> CurrentAsync(CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(Kinds.Settings, cancel);
        return await cache.GetOrCreateAsync($"settings:{version}", dbs, static async (dbs, cancel) =>
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            return await LoadAsync(db, cancel);
        }, cancellationToken: cancel);
    }

    /// <summary>A copy of one's own, straight from the database. A stored value that is no longer valid falls back to the default.</summary>
    public static async Task<SiteSettings> LoadAsync(ForumDb db, CancellationToken cancel)
    {
        var settings = new SiteSettings();
        foreach (var row in await db.Settings.ToListAsync(cancel)) SettingCatalog.TryWrite(settings, row.Key, row.Value);
        return settings;
    }
}
