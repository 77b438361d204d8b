using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Settings;

/// <summary>The settings in force, from memory; a change on any node shows within a second.</summary>
public sealed class SettingsSource(Snapshots snapshots)
{
    private static readonly SiteSettings Defaults = new();

    /// <summary>Read only: the object is shared by all requests.</summary>
    public ValueTask<SiteSettings> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.Settings, LoadAsync, cancel);

    /// <summary>As last read, without asking: for the headers of answers that must not wait; the defaults before the first reading.</summary>
    public SiteSettings LastKnown => snapshots.Last(Kinds.Settings, Defaults);

    /// <summary>For pages that must do without the database; the defaults before the first reading.</summary>
    public ValueTask<SiteSettings> CurrentOrLastAsync(CancellationToken cancel) => snapshots.GetOrLastAsync(Kinds.Settings, LoadAsync, Defaults, cancel);

    /// <summary>A copy of one's own, straight from the database. A stored value that is no longer valid falls back to the default.</summary>
    public static async Task<SiteSettings> LoadAsync(ForumDb db, CancellationToken cancel)
    {
        var settings = new SiteSettings();
        foreach (var row in await db.Settings.ToListAsync(cancel)) SettingCatalog.TryWrite(settings, row.Key, row.Value);
        return settings;
    }
}
