using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace ForumEngine.Settings;

/// <summary>The settings there are, by key: read and written by the panel, the command line and the file of `settings export` alike.</summary>
public static class SettingCatalog
{
    private static readonly SortedDictionary<string, Entry> Entries = new(
        (from section in typeof(SiteSettings).GetProperties()
         from property in section.PropertyType.GetProperties()
         select new Entry(section, property)).ToDictionary(e => e.Key), StringComparer.Ordinal);

    /// <summary>What only the set-up changes: in no form and no file.</summary>
    public const string SetUp = "Site.IsSetUp";

    public static IEnumerable<string> Keys => Entries.Keys;

    /// <summary>As people read them: the site itself first.</summary>
    public static IEnumerable<string> KeysAsDeclared => Entries.Values
        .OrderBy(e => e.Section.MetadataToken).ThenBy(e => e.Property.MetadataToken).Select(e => e.Key);

    /// <summary>Names of the sections, as declared.</summary>
    public static IEnumerable<string> Sections => Entries.Values.Select(e => e.Section).DistinctBy(s => s.Name).OrderBy(s => s.MetadataToken).Select(s => s.Name);

    public static bool Knows(string key) => Entries.ContainsKey(key);

    public static string Read(SiteSettings settings, string key) => Entries[key].Read(settings);

    public static string DefaultOf(string key) => Read(new SiteSettings(), key);

    /// <summary>What its field looks like.</summary>
    public static SettingShape ShapeOf(string key) => Entries[key].Shape();

    /// <summary>Sets one value; false when it has the wrong type or is out of its limits, and then nothing has changed.</summary>
    public static bool TryWrite(SiteSettings settings, string key, string value) =>
        Entries.TryGetValue(key, out var entry) && entry.TryWrite(settings, value);

    private sealed record Entry(PropertyInfo Section, PropertyInfo Property)
    {
        public string Key => $"{Section.Name}.{Property.Name}";

        public string Read(SiteSettings settings) => Property.GetValue(Section.GetValue(settings)) switch
        {
            bool flag => flag ? "true" : "false",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

        public SettingShape Shape()
        {
            var choices = Property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.OfType<string>().ToList() ?? [];
            var type = choices.Count > 0 ? SettingType.Choice
                : Property.PropertyType == typeof(bool) ? SettingType.Flag
                : Property.PropertyType == typeof(int) ? SettingType.Number : SettingType.Text;
            var range = Property.GetCustomAttribute<RangeAttribute>();
            return new SettingShape(type, choices, range?.Minimum as int?, range?.Maximum as int?,
                Property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength);
        }

        public bool TryWrite(SiteSettings settings, string text)
        {
            object? value = Property.PropertyType switch
            {
                var t when t == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
                var t when t == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
                _ => text,
            };
            if (value is null || Property.GetCustomAttributes<ValidationAttribute>().Any(rule => !rule.IsValid(value))) return false;
            Property.SetValue(Section.GetValue(settings), value);
            return true;
        }
    }
}
