using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ForumEngine.Web.Seo;

/// <summary>
/// schema.org data as a data block of the page: <c>&lt;script type="application/ld+json"&gt;</c>, which browsers don't run, so
/// that the policy needs no exception.
/// </summary>
public static class JsonLd
{
    /// <summary>This encoder writes &lt;, &gt; and &amp; as \u003C, \u003E and \u0026, so no text can end the element or open a comment in it.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string? Write(IReadOnlyList<object> things) =>
        things.Count == 0 ? null : JsonSerializer.Serialize(new Graph("https://schema.org", things), Options);

    private sealed record Graph([property: JsonPropertyName("@context")] string Context, [property: JsonPropertyName("@graph")] IReadOnlyList<object> Things);
}
