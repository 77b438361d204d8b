using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Settings;

/// <summary>Changes settings, all of the given ones or none, with a line in the staff log for each that differs.</summary>
public sealed class ChangeSettings(ForumDb db, Versions versions)
{
    internal const string Act = "setting.change";

    /// <summary>
    /// Refuses an unknown key (<c>UnknownSetting</c>) and a wrong value (<c>WrongSetting</c>), and what the actor's role leaves to others (<c>NotYourPage</c>); the field is the key. Of those in
    /// <paramref name="seen"/>, what the form showed, only the ones that were typed over are changed, and what somebody else has
    /// changed meanwhile is a conflict (<c>SettingChanged</c>, with the value that is there now).
    /// </summary>
    public async Task<Refusal?> RunAsync(Viewer actor, IReadOnlyDictionary<string, string> values, CancellationToken cancel, IReadOnlyDictionary<string, string>? seen = null)
    {
        var probe = new SiteSettings();
        foreach (var (key, value) in values)
            if (WhyNot(probe, key, value) is { } wrong) return wrong;
        var changed = values.Keys.Where(key => seen?.TryGetValue(key, out var was) != true || was != SettingCatalog.Read(probe, key)).ToList();
        if (changed.Count == 0) return null;
        if (changed.Find(key => !actor.MayChange(key)) is { } others) return Refusal.Forbidden("NotYourPage") with { Field = others };
        var refused = await db.InTransactionAsync(async () =>
        {
            foreach (var key in changed)
                if (await ChangeAsync(actor, key, SettingCatalog.Read(probe, key), seen?.GetValueOrDefault(key), cancel) is { } lost) return lost;
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Settings, cancel);
            // What is rendered by them is out of date, as when a code changes.
            if (changed.Any(key => key.StartsWith("Markup.", StringComparison.Ordinal))) await Versions.BumpAsync(db, Kinds.Codes, cancel);
            return null;
        }, cancel);
        versions.Forget();
        return refused;
    }

    private static Refusal? WhyNot(SiteSettings probe, string key, string value)
    {
        if (!SettingCatalog.Knows(key)) return Refusal.Invalid(key, "UnknownSetting", key);
        return SettingCatalog.TryWrite(probe, key, value) ? null : Refusal.Invalid(key, "WrongSetting", key);
    }

    private async Task<Refusal?> ChangeAsync(Viewer actor, string key, string value, string? seen, CancellationToken cancel)
    {
        var row = await db.Settings.AsTracking().SingleOrDefaultAsync(s => s.Key == key, cancel);
        var old = row?.Value ?? SettingCatalog.DefaultOf(key);
        if (old == value) return null;
        if (seen is not null && seen != old) return new Refusal(RefusalKind.Conflict, "SettingChanged", old) { Field = key };
        if (row is null) db.Settings.Add(row = new Setting { Key = key, Value = value });
        (row.Value, row.ChangedAt, row.ChangedBy) = (value, actor.Now, actor.Name);
        db.Log(actor, Act, details: JsonSerializer.Serialize(new SettingChange(key, old, value), SettingChange.AsJson));
        return null;
    }
}
