using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Settings;

/// <summary>Changes settings, all of the given ones or none, with a line in the staff log for each that differs.</summary>
public sealed class ChangeSettings(ForumDb db, Versions versions)
{
    /// <summary>Refuses an unknown key (<c>UnknownSetting</c>) and a wrong value (<c>WrongSetting</c>); the field is the key.</summary>
    public async Task<Refusal?> RunAsync(Viewer actor, IReadOnlyDictionary<string, string> values, CancellationToken cancel)
    {
        var probe = new SiteSettings();
        foreach (var (key, value) in values)
        {
            if (!SettingCatalog.Knows(key)) return Refusal.Invalid(key, "UnknownSetting", key);
            if (!SettingCatalog.TryWrite(probe, key, value)) return Refusal.Invalid(key, "WrongSetting", key);
        }
        await db.InTransactionAsync(async () =>
        {
            foreach (var (key, _) in values) await ChangeAsync(actor, key, SettingCatalog.Read(probe, key), cancel);
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Settings, cancel);
            // What is rendered by them is out of date, as when a code changes.
            if (values.Keys.Any(key => key.StartsWith("Markup.", StringComparison.Ordinal))) await Versions.BumpAsync(db, Kinds.Codes, cancel);
        }, cancel);
        versions.Forget();
        return null;
    }

    private async Task ChangeAsync(Viewer actor, string key, string value, CancellationToken cancel)
    {
        var row = await db.Settings.AsTracking().SingleOrDefaultAsync(s => s.Key == key, cancel);
        var old = row?.Value ?? SettingCatalog.Read(new SiteSettings(), key);
        if (old == value) return;
        if (row is null) db.Settings.Add(row = new Setting { Key = key, Value = value });
        (row.Value, row.ChangedAt, row.ChangedBy) = (value, actor.Now, actor.Name);
        db.Log(actor, "setting.change", details: JsonSerializer.Serialize(new { key, from = old, to = value }));
    }
}
