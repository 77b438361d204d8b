using System.Globalization;
using System.Text;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ForumEngine.Setup;

/// <summary>
/// Many rows in one INSERT, inside the caller's transaction. Values are written as literals, which is several times as fast as
/// parameters; texts that would need escaping are refused, so only for what the engine makes up itself.
/// </summary>
internal sealed class BulkInsert(ForumDb db, string table, string columns, int charactersPerCommand = 1_000_000)
{
    private readonly StringBuilder sql = new(charactersPerCommand + 4096);

    /// <summary>Numbers, flags, texts, times and nulls, in the order of the columns.</summary>
    public async ValueTask AddAsync(ReadOnlyMemory<object?> row, CancellationToken cancel)
    {
        sql.Append(sql.Length == 0 ? $"INSERT INTO {table} ({columns}) VALUES (" : ",(");
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) sql.Append(',');
            Write(row.Span[i]);
        }
        sql.Append(')');
        if (sql.Length >= charactersPerCommand) await FlushAsync(cancel);
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        if (sql.Length == 0) return;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql.ToString();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancel);
        sql.Clear();
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null: sql.Append("NULL"); break;
            case bool flag: sql.Append(flag ? '1' : '0'); break;
            case int number: sql.Append(CultureInfo.InvariantCulture, $"{number}"); break;
            case long number: sql.Append(CultureInfo.InvariantCulture, $"{number}"); break;
            // Whole seconds: SQLite keeps times as text and leaves trailing zeros out.
            case DateTime time: sql.Append(CultureInfo.InvariantCulture, $"'{time:yyyy-MM-dd HH:mm:ss}'"); break;
            case string text when text.AsSpan().IndexOfAny('\'', '\\', '\0') < 0: sql.Append('\'').Append(text).Append('\''); break;
            default: throw new ArgumentException($"Not for bulk inserts: {value}");
        }
    }
}
