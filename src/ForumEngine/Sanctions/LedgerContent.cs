using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumEngine.Sanctions;

/// <summary>
/// What an entry says, in the order in which it is written; what doesn't apply is left out. Members are named by id, texts
/// that belong to somebody (the appeal, the posts of evidence) by their SHA-256.
/// </summary>
public sealed record LedgerContent
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public long Number { get; init; }
    public int Sanction { get; init; }
    public string Act { get; init; } = "";
    public string At { get; init; } = "";

    /// <summary>Null: the engine.</summary>
    public int? Actor { get; init; }

    public string? ActorName { get; init; }

    // Issued and adopted.
    public int? Member { get; init; }
    public string? Kind { get; init; }
    public int? Board { get; init; }
    public int? Rule { get; init; }
    public string? Cause { get; init; }
    public string? From { get; init; }

    /// <summary>Null where it is given: for ever.</summary>
    public string? Until { get; init; }

    public string? Evidence { get; init; }

    // Lifted, decided, and adopted of what was lifted before.
    public string? LiftedAt { get; init; }
    public string? LiftReason { get; init; }
    public string? Outcome { get; init; }

    /// <summary>The issuer decided the appeal, since nobody else could.</summary>
    public bool? ByIssuer { get; init; }

    public string? Reason { get; init; }
    public string? Message { get; init; }

    public bool? IsPublic { get; init; }
    public string? PrivateBecause { get; init; }

    public static string Time(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? Time(DateTime? at) => at is { } known ? Time(known) : null;

    public string Write() => JsonSerializer.Serialize(this, Canonical);

    /// <summary>Null: this is no content of ours.</summary>
    public static LedgerContent? Read(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<LedgerContent>(content, Canonical);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash of an entry, given the one before it.</summary>
    public static string Chain(string previous, string content) => Hash(previous + "\n" + content);
}
