using System.Data.Common;
using System.Text;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ForumEngine.Words;

/// <summary>
/// Writes many entries inside the caller's transaction, new ones and, by their id, known ones: tracked one by one 100,000 take a
/// minute. One statement of many rows on MySQL; SQLite, which has no way to the server but binds slowly, runs one prepared
/// statement a row.
/// </summary>
internal static class WordRows
{
    private const int AtOnce = 1000;
    private const string Table = "words";

    private const string ElseMySql = """
         ON DUPLICATE KEY UPDATE 
        """;

    private const string ElseSqlite = """
         ON CONFLICT(Id) DO UPDATE SET 
        """;

    private static readonly string[] Columns = ["Id", "Text", "Key", "Action", "Replacement", "Category", "Boards", "Options", "IsOn"];

    /// <summary>All new or all known.</summary>
    public static async Task WriteAsync(ForumDb db, IReadOnlyList<Word> words, CancellationToken cancel)
    {
        if (words.Count == 0) return;
        var (atOnce, columns) = (db.Database.IsSqlite() ? 1 : AtOnce, words[0].Id == 0 ? Columns[1..] : Columns);
        DbCommand? command = null;
        try
        {
            foreach (var rows in words.Chunk(atOnce))
            {
                if (command?.Parameters.Count != rows.Length * columns.Length)
                {
                    if (command is not null) await command.DisposeAsync();
                    command = Command(db, columns, rows.Length);
                    if (atOnce == 1) await command.PrepareAsync(cancel);
                }
                var parameter = 0;
                foreach (var word in rows)
                    foreach (var value in Values(word)[^columns.Length..]) command.Parameters[parameter++].Value = value;
                await command.ExecuteNonQueryAsync(cancel);
            }
        }
        finally
        {
            if (command is not null) await command.DisposeAsync();
        }
    }

    private static DbCommand Command(ForumDb db, string[] columns, int rows)
    {
        var isMySql = db.Database.IsMySql();
        var names = columns.Select(c => isMySql ? $"`{c}`" : $"\"{c}\"").ToList();
        var sql = new StringBuilder($"INSERT INTO {Table} ({string.Join(',', names)}) VALUES ");
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ",(");
            for (var column = 0; column < columns.Length; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{row}_{column}";
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ",").Append(parameter.ParameterName);
            }
            sql.Append(')');
        }
        if (columns[0] == "Id") sql.Append(isMySql ? ElseMySql : ElseSqlite)
            .AppendJoin(',', names.Skip(1).Select(n => isMySql ? $"{n}=VALUES({n})" : $"{n}=excluded.{n}"));
        command.CommandText = sql.ToString();
        return command;
    }

    private static object[] Values(Word word) =>
        [word.Id, word.Text, word.Key, (int)word.Action, word.Replacement, word.Category, word.Boards, (int)word.Options, word.IsOn];
}
