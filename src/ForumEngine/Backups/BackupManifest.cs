using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForumEngine.Backups;

/// <summary>How a value is written, whatever the database keeps it as.</summary>
public enum ValueKind
{
    Whole,
    Real,
    Text,
    Flag,

    /// <summary>UTC, to the tick.</summary>
    Time,

    /// <summary>The same from a column that could hold another offset.</summary>
    Moment,
    Day,

    /// <summary>128 bits, as text.</summary>
    Key,

    /// <summary>Base64.</summary>
    Bytes,
}

public sealed record ColumnNote(string Name, ValueKind Kind);

/// <summary>
/// A table in the file: its columns in the order of the rows' values, how many rows, the SHA-256 of each part, and the number that
/// the next row would have got, null where the database gives none out.
/// </summary>
public sealed record TableNote(string Name, IReadOnlyList<ColumnNote> Columns, long Rows, IReadOnlyList<string> Parts, long? NextId);

/// <summary>How many files, their bytes, and one SHA-256 over the names, lengths and hashes of all of them in their order.</summary>
public sealed record FilesNote(int Count, long Bytes, string Sha256);

/// <summary>The file's first part: enough to say no before much is read. <paramref name="Schema"/> is the name of the last migration.</summary>
public sealed record BackupHead(int Format, string Version, string Schema, DateTime MadeAt, string Site);

/// <summary>The file's last part; a file without it was broken off. <paramref name="Missing"/>: attachments whose bytes weren't there any more.</summary>
public sealed record BackupManifest(BackupHead Head, IReadOnlyList<TableNote> Tables, FilesNote Files, long Missing)
{
    public long Rows => Tables.Sum(t => t.Rows);
}

/// <summary>Names and limits of the one file (docs/backup.md): a tar of JSON lines, packed with gzip, and of members' files as they are.</summary>
internal static class BackupFormat
{
    /// <summary>Goes up when an older engine could no longer read it.</summary>
    public const int Number = 1;

    public const string Head = "forum-backup.json", Manifest = "manifest.json", Gone = "gone.txt";
    public const string Files = "files/", Tables = "tables/";

    /// <summary>Bytes of rows after which a part ends; and the most that is unpacked of one.</summary>
    public const int PartBytes = 4 * 1024 * 1024, MostPartBytes = 256 * 1024 * 1024;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, WriteIndented = false };

    public static string PartName(string table, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Tables}{table}/{number:D6}.jsonl.gz");

    /// <summary>A plain word of the schema.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>The name in the store of a part that is a file; null for a name that would lead elsewhere.</summary>
    public static string? FileOf(string part)
    {
        var name = part[Files.Length..];
        var isPlain = name.Length <= 200 && name.Split('/').All(s => s.Length > 0 && s[0] != '.' && s.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
        return isPlain && !name.StartsWith("tmp/", StringComparison.OrdinalIgnoreCase) ? name : null;
    }
}
