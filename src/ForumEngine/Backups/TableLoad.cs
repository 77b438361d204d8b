using System.Data.Common;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace ForumEngine.Backups;

/// <summary>Puts the rows of a backup's parts into their tables, one transaction for each part of a few megabytes.</summary>
internal sealed class TableLoad(TargetDatabase target, BackupManifest manifest, Action<int> loaded)
{
    /// <summary>What a server takes in one statement with ease, and SQLite as a parameter's number.</summary>
    private const int MostBytes = 512 * 1024, MostValues = 2000;

    private readonly Dictionary<string, TableNote> tables = manifest.Tables.ToDictionary(t => t.Name);
    private readonly Dictionary<string, (int Parts, long Rows)> done = [];

    public async Task TakeAsync(TarEntry entry, CancellationToken cancel)
    {
        var table = tables[entry.Name.Split('/')[1]];
        using var packed = new MemoryStream();
        await entry.DataStream!.CopyToAsync(packed, cancel);
        var (parts, rows) = done.GetValueOrDefault(table.Name);
        if (Convert.ToHexStringLower(SHA256.HashData(packed.GetBuffer().AsSpan(0, (int)packed.Length))) != table.Parts[parts])
            throw new InvalidDataException($"{entry.Name} has changed since it was checked");
        packed.Position = 0;
        await using var transaction = await target.Connection.BeginTransactionAsync(cancel);
        var count = await InsertAsync(table, Unpack(packed), transaction, cancel);
        await target.StillAtWorkAsync(transaction, cancel);
        await transaction.CommitAsync(cancel);
        done[table.Name] = (parts + 1, rows + count);
        loaded(count);
    }

    /// <summary>The first table of which not all rows came; null: all did.</summary>
    public string? Incomplete() => manifest.Tables.FirstOrDefault(t => done.GetValueOrDefault(t.Name) != (t.Parts.Count, t.Rows))?.Name;

    private static byte[] Unpack(MemoryStream packed)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream(BackupFormat.PartBytes);
        var buffer = new byte[1 << 16];
        for (int read; (read = gzip.Read(buffer)) > 0;)
        {
            if (plain.Length + read > BackupFormat.MostPartBytes) throw new InvalidDataException("a part is larger than any that is written");
            plain.Write(buffer, 0, read);
        }
        return plain.ToArray();
    }

    private async Task<int> InsertAsync(TableNote table, byte[] lines, DbTransaction transaction, CancellationToken cancel)
    {
        // SQLite is in this process: many rows in one statement only make it longer to read.
        var atOnce = transaction is SqliteTransaction ? 1 : Math.Max(1, MostValues / table.Columns.Count);
        await using var command = target.Connection.CreateCommand();
        command.Transaction = transaction;
        var values = new object?[table.Columns.Count];
        var (count, rows, bytes) = (0, 0, 0);
        var text = new StringBuilder();
        for (int start = 0, end; start < lines.Length; start = end + 1)
        {
            end = start + lines.AsSpan(start).IndexOf((byte)'\n');
            if (end < start) throw new InvalidDataException($"a row of {table.Name} is cut off");
            RowText.Read(lines.AsSpan(start, end - start), table.Columns, values);
            Put(command, rows++, values);
            (count, bytes) = (count + 1, bytes + end - start);
            if (rows < atOnce && bytes < MostBytes) continue;
            await SendAsync(command, table, rows, text, cancel);
            (rows, bytes) = (0, 0);
        }
        if (rows > 0) await SendAsync(command, table, rows, text, cancel);
        return count;
    }

    private static void Put(DbCommand command, int row, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var number = row * values.Length + i;
            if (number < command.Parameters.Count) command.Parameters[number].Value = values[i] ?? DBNull.Value;
            else TargetDatabase.Add(command, Name(number), values[i]);
        }
    }

    private async Task SendAsync(DbCommand command, TableNote table, int rows, StringBuilder text, CancellationToken cancel)
    {
        var all = rows * table.Columns.Count;
        while (command.Parameters.Count > all) command.Parameters.RemoveAt(command.Parameters.Count - 1);
        text.Clear().Append("INSERT INTO ").Append(target.Quote(table.Name)).Append(" (").AppendJoin(", ", table.Columns.Select(c => target.Quote(c.Name))).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
            text.Append(row > 0 ? ",(" : "(").AppendJoin(',', Enumerable.Range(row * table.Columns.Count, table.Columns.Count).Select(Name)).Append(')');
        var sql = text.ToString();
        // The same text again needs no preparing.
        if (command.CommandText != sql) command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Name(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{number}");
}
