using System.Text.Encodings.Web;
using System.Text.Json;

namespace ForumEngine.Boards;

/// <summary>The details of a log line, with Chinese left readable.</summary>
internal static class BoardLog
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(object details) => JsonSerializer.Serialize(details, Options);

    public static List<T> List<T>(JsonElement details) => details.Deserialize<List<T>>(Options)!;
}
