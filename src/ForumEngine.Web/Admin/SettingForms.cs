using ForumEngine.Permissions;
using ForumEngine.Settings;

namespace ForumEngine.Web.Admin;

/// <summary>
/// Settings as a form carries them: named by their keys, with what the form showed beside them, so that only what was typed over is
/// changed and a conflict is found out.
/// </summary>
public sealed record SettingForms(IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string> Seen)
{
    /// <summary>Before the key of the field that keeps what the form showed.</summary>
    private const string SeenPrefix = "seen:";

    public static SettingForms Read(IFormCollection form, IEnumerable<string> keys)
    {
        // A box that is not ticked sends the hidden field behind it alone.
        var known = keys.ToList();
        return new(known.Where(form.ContainsKey).ToDictionary(key => key, key => form[key].FirstOrDefault() ?? ""),
            known.Where(key => form.ContainsKey(SeenPrefix + key)).ToDictionary(key => key, key => form[SeenPrefix + key].FirstOrDefault() ?? ""));
    }

    /// <summary>The fields as they are stored.</summary>
    public static IReadOnlyList<SettingField> Fields(IEnumerable<string> keys, SiteSettings settings) => [.. keys.Select(key => Field(key, SettingCatalog.Read(settings, key)))];

    /// <summary>The fields as typed, where that differs from what the form showed.</summary>
    public IReadOnlyList<SettingField> Again(IEnumerable<string> keys, SiteSettings settings, Refusal? refusal) => [.. keys.Select(key =>
    {
        var (stored, shown) = (SettingCatalog.Read(settings, key), Seen.GetValueOrDefault(key));
        var isTyped = Typed.TryGetValue(key, out var now) && now != shown;
        // After a conflict the form has seen what is there now: sent again, it overwrites knowingly.
        return isTyped ? Field(key, now!, key == refusal?.Field ? stored : shown) : Field(key, stored);
    })];

    private static SettingField Field(string key, string value, string? stored = null) => new(key, value, SettingCatalog.ShapeOf(key)) { Stored = stored ?? value };
}
