using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ForumEngine.Tests.Backups;

/// <summary>Rows of awkward values in every table that the model has, made from its metadata alone; references lead nowhere.</summary>
internal static class FilledTables
{
    private static readonly string[] Texts = ["", "直接引用 \"双引号\" '单' \\ 反斜杠", "🎉👩‍👩‍👧 \r\n\t\u0001\u2028 end", "NULL", "{\"a\":[1,2]}"];

    public static Task<int> FillEveryTableAsync(this TestForum forum) => forum.Rows(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await RunAsync(connection, connection is SqliteConnection ? "PRAGMA foreign_keys = OFF" : "SET SESSION foreign_key_checks = 0", []);
        var quote = db.GetService<ISqlGenerationHelper>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
            for (var row = 1; row <= 3; row++)
            {
                var columns = table.Columns.ToList();
                var keys = table.UniqueConstraints.SelectMany(u => u.Columns).Concat(table.Indexes.Where(i => i.IsUnique).SelectMany(i => i.Columns)).ToHashSet();
                await RunAsync(connection, $"INSERT INTO {quote.DelimitIdentifier(table.Name)} ({string.Join(", ", columns.Select(c => quote.DelimitIdentifier(c.Name)))}) "
                    + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", [.. columns.Select((c, i) => Value(c, row, i, keys.Contains(c)))]);
            }
        return 0;
    });

    private static object Value(IColumn column, int row, int place, bool isKey)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (column.IsNullable && !isKey && (row + place) % 3 == 0) return DBNull.Value;
        var number = 9_000 + row;
        var most = column.PropertyMappings[0].Property.GetMaxLength();
        return type switch
        {
            _ when type == typeof(string) => Cut(isKey ? $"键{number}-{column.Name}" : Texts[(row + place) % Texts.Length], most),
            _ when type == typeof(bool) => (row + place) % 2 == 0,
            _ when type == typeof(DateTime) => new DateTime(2026, 1, row, 23, 59, 59, 7 * row, DateTimeKind.Utc),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, row, 23, 59, 59, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 2, row),
            _ when type == typeof(Guid) => new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, (byte)place),
            _ when type == typeof(byte[]) => Enumerable.Range(0, Math.Min(most ?? 256, 256)).Select(i => (byte)(i + row)).ToArray(),
            _ when type == typeof(double) || type == typeof(float) => row / 3.0,
            _ when type == typeof(byte) || type == typeof(short) || type == typeof(ushort) => isKey ? row + 100 : row,
            _ when type == typeof(long) && !isKey => row == 2 ? long.MaxValue : row == 3 ? -row : 0L,
            _ => isKey ? number : row == 2 ? int.MaxValue : row == 3 ? -row : 0,
        };
    }

    private static string Cut(string text, int? size) => size is { } most && text.Length > most ? text[..most] : text;

    private static async Task RunAsync(DbConnection connection, string sql, object[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i]);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync();
    }
}
