using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace ForumEngine.Backups;

/// <summary>A row as a line of JSON, and back: an array of values in the order of the columns.</summary>
internal static class RowText
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffffff", Day = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter json, DbDataReader row, IReadOnlyList<ColumnNote> columns)
    {
        json.WriteStartArray();
        for (var i = 0; i < columns.Count; i++)
            if (row.IsDBNull(i)) json.WriteNullValue();
            else Write(json, row, i, columns[i].Kind);
        json.WriteEndArray();
        json.Flush();
    }

    private static void Write(Utf8JsonWriter json, DbDataReader row, int i, ValueKind kind)
    {
        switch (kind)
        {
            case ValueKind.Whole: json.WriteNumberValue(row.GetInt64(i)); break;
            case ValueKind.Real: json.WriteNumberValue(row.GetDouble(i)); break;
            case ValueKind.Flag: json.WriteBooleanValue(row.GetBoolean(i)); break;
            case ValueKind.Text: json.WriteStringValue(row.GetString(i)); break;
            case ValueKind.Time: json.WriteStringValue(row.GetDateTime(i).ToString(Time, CultureInfo.InvariantCulture)); break;
            case ValueKind.Moment: json.WriteStringValue(row.GetFieldValue<DateTimeOffset>(i).UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)); break;
            case ValueKind.Day: json.WriteStringValue(row.GetFieldValue<DateOnly>(i).ToString(Day, CultureInfo.InvariantCulture)); break;
            case ValueKind.Key: json.WriteStringValue(row.GetGuid(i)); break;
            case ValueKind.Bytes: json.WriteBase64StringValue(row.GetFieldValue<byte[]>(i)); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    /// <summary>Fills <paramref name="values"/>; throws <see cref="FormatException"/> or <see cref="JsonException"/> when the line isn't one of this table.</summary>
    public static void Read(ReadOnlySpan<byte> line, IReadOnlyList<ColumnNote> columns, object?[] values)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray) throw new FormatException("no array");
        for (var i = 0; i < columns.Count; i++) values[i] = json.Read() ? Value(ref json, columns[i].Kind) : null;
        if (!json.Read() || json.TokenType != JsonTokenType.EndArray) throw new FormatException("another number of values");
    }

    private static object? Value(ref Utf8JsonReader json, ValueKind kind)
    {
        if (json.TokenType == JsonTokenType.Null) return null;
        if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.EndArray) throw new FormatException("no value");
        try
        {
            return kind switch
            {
                ValueKind.Whole => json.GetInt64(),
                ValueKind.Real => json.GetDouble(),
                ValueKind.Flag => json.GetBoolean(),
                ValueKind.Text => json.GetString(),
                ValueKind.Time => DateTime.ParseExact(json.GetString()!, Time, CultureInfo.InvariantCulture),
                ValueKind.Moment => new DateTimeOffset(DateTime.ParseExact(json.GetString()!, Time, CultureInfo.InvariantCulture), TimeSpan.Zero),
                ValueKind.Day => DateOnly.ParseExact(json.GetString()!, Day, CultureInfo.InvariantCulture),
                ValueKind.Key => json.GetGuid(),
                ValueKind.Bytes => json.GetBytesFromBase64(),
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            };
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException(error.Message, error);
        }
    }
}
