using System.Text.Encodings.Web;
using System.Text.Json;
using ForumEngine.Permissions;

namespace ForumEngine.Settings;

/// <summary>What a file would change.</summary>
public sealed record SettingDifference(string Key, string Now, string InFile);

/// <summary>
/// All settings as a JSON object of keys and values, for the panel and the command line; <see cref="SettingCatalog.SetUp"/> isn't
/// among them. Keys that a file doesn't name stay as they are.
/// </summary>
public static class SettingsFile
{
    /// <summary>Characters.</summary>
    public const int MaxLength = 256 * 1024;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SiteSettings settings) =>
        JsonSerializer.Serialize(SettingCatalog.Keys.Where(k => k != SettingCatalog.SetUp).ToDictionary(k => k, k => SettingCatalog.Read(settings, k)), Readable) + "\n";

    /// <summary>The values by key; <c>SettingsFileBroken</c> names the line, <c>UnknownSetting</c> and <c>WrongSetting</c> the key.</summary>
    public static Outcome<Dictionary<string, string>> Read(string text)
    {
        if (text.Length > MaxLength) return Refusal.Invalid("File", "SettingsFileTooLong", MaxLength / 1024);
        try
        {
            var values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text) ?? [];
            values.Remove(SettingCatalog.SetUp);
            var probe = new SiteSettings();
            foreach (var (key, value) in values)
            {
                if (!SettingCatalog.Knows(key)) return Refusal.Invalid("File", "UnknownSetting", key);
                var isPlain = value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
                if (!isPlain || !SettingCatalog.TryWrite(probe, key, value.ToString())) return Refusal.Invalid("File", "WrongSetting", key);
            }
            return values.Keys.ToDictionary(k => k, k => SettingCatalog.Read(probe, k));
        }
        catch (JsonException error)
        {
            return Refusal.Invalid("File", "SettingsFileBroken", (error.LineNumber ?? 0) + 1);
        }
    }

    public static IReadOnlyList<SettingDifference> Differences(SiteSettings now, IReadOnlyDictionary<string, string> file) =>
        [.. SettingCatalog.KeysAsDeclared.Where(file.ContainsKey).Select(k => new SettingDifference(k, SettingCatalog.Read(now, k), file[k])).Where(d => d.Now != d.InFile)];
}
