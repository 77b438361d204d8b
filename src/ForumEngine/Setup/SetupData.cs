using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumEngine.Setup;

/// <summary>The data that comes with the engine: templates of boards, default groups, starter texts, the demo community.</summary>
internal static class SetupData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>All files of a folder, by name.</summary>
    public static IEnumerable<string> Names(string folder) =>
        typeof(SetupData).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidDataException($"{name} is empty.");
    }

    public static string ReadText(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static Stream Open(string name) =>
        typeof(SetupData).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The engine comes without {name}.");
}
