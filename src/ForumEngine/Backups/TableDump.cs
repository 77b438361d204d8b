using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ForumEngine.Backups;

/// <summary>Writes the rows of a table in parts of a few megabytes, as they come from the database.</summary>
internal sealed class TableDump(BackupTar tar, FrozenView view) : IDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly ArrayBufferWriter<byte> rows = new(BackupFormat.PartBytes + 65536);
    private readonly MemoryStream packed = new();

    public async Task<TableNote> WriteAsync(TableShape table, long? nextId, Action<int> written, CancellationToken cancel)
    {
        var columns = string.Join(", ", table.Columns.Select(c => view.Quote(c.Name)));
        var key = string.Join(", ", table.Key.Select(view.Quote));
        await using var reader = await view.ReadAsync($"SELECT {columns} FROM {view.Quote(table.Name)} ORDER BY {key}", cancel);
        await using var json = new Utf8JsonWriter(rows, Plain);
        List<string> parts = [];
        var (count, since) = (0L, 0);
        while (await reader.ReadAsync(cancel))
        {
            json.Reset();
            RowText.Write(json, reader, table.Columns);
            rows.Write("\n"u8);
            count++;
            since++;
            if (rows.WrittenCount < BackupFormat.PartBytes) continue;
            parts.Add(await FlushAsync(table.Name, parts.Count + 1, cancel));
            written(since);
            since = 0;
        }
        if (rows.WrittenCount > 0) parts.Add(await FlushAsync(table.Name, parts.Count + 1, cancel));
        written(since);
        return new TableNote(table.Name, table.Columns, count, parts, nextId);
    }

    public void Dispose() => packed.Dispose();

    private async Task<string> FlushAsync(string table, int number, CancellationToken cancel)
    {
        packed.SetLength(0);
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(rows.WrittenMemory, cancel);
        rows.ResetWrittenCount();
        packed.Position = 0;
        await tar.AddAsync(BackupFormat.PartName(table, number), packed, cancel);
        return Convert.ToHexStringLower(SHA256.HashData(packed.GetBuffer().AsSpan(0, (int)packed.Length)));
    }
}
