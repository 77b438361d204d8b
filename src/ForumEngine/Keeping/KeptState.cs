using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ForumEngine.Keeping;

/// <summary>Entries as the staff log keeps them: their properties by name, of a change only those that differ.</summary>
internal static class KeptState
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public static JsonObject Of<T>(T entry) where T : Kept => JsonSerializer.SerializeToNode(entry, Options)!.AsObject();

    public static T Read<T>(JsonObject state) where T : Kept => state.Deserialize<T>(Options)!;

    /// <summary>The details of a log line; <see cref="Parse"/> reads them.</summary>
    public static string Details(int id, string name, JsonObject? from, JsonObject? to)
    {
        if (from is not null && to is not null)
            foreach (var same in from.Select(p => p.Key).Where(key => Same(from[key], to[key])).ToList())
                (_, _) = (from.Remove(same), to.Remove(same));
        return new JsonObject { ["id"] = id, ["name"] = name, ["from"] = from, ["to"] = to }.ToJsonString(Options);
    }

    /// <summary>Null for what isn't such a line.</summary>
    public static KeptStep? Parse(string? details)
    {
        try
        {
            return details is not null && JsonNode.Parse(details) is JsonObject json && json["id"] is JsonValue id && id.TryGetValue(out int number)
                ? new KeptStep(number, json["name"]?.ToString() ?? "", json["from"] as JsonObject, json["to"] as JsonObject) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool Same(JsonNode? one, JsonNode? other) => one?.ToJsonString() == other?.ToJsonString();

    /// <summary>Whether an entry is as <paramref name="fields"/> say.</summary>
    public static bool Has(JsonObject entry, JsonObject fields) => fields.All(f => !entry.ContainsKey(f.Key) || Same(entry[f.Key], f.Value));
}

/// <summary>What differs between an entry as somebody wants it and as it is now; for the form that met a conflict.</summary>
public static class KeptDifference
{
    public static IReadOnlyList<KeptField> Of<T>(T wanted, T now) where T : Kept
    {
        var (mine, theirs) = (KeptState.Of(wanted), KeptState.Of(now));
        return [.. mine.Where(p => p.Key != nameof(Kept.Id) && !KeptState.Same(p.Value, theirs[p.Key])).Select(p => new KeptField(p.Key, p.Value?.ToString() ?? "", theirs[p.Key]?.ToString() ?? ""))];
    }
}

/// <summary>One line: <paramref name="From"/> null is an entry added, <paramref name="To"/> null one deleted.</summary>
internal sealed record KeptStep(int Id, string Name, JsonObject? From, JsonObject? To);
