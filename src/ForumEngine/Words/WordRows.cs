using System.Text;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ForumEngine.Words;

/// <summary>Many entries in one INSERT with parameters, inside the caller's transaction: tracked one by one 100,000 take a minute.</summary>
internal static class WordRows
{
    /// <summary>Each binds eight parameters, which SQLite looks up by name one after the other: few at once are faster there.</summary>
    public static int AtOnce(ForumDb db) => db.Database.IsSqlite() ? 25 : 1000;

    public static async Task InsertAsync(ForumDb db, Word[] rows, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var quote = db.Database.IsMySql() ? '`' : '"';
        var sql = new StringBuilder($"INSERT INTO {Table} ({string.Join(',', Columns.Select(c => $"{quote}{c}{quote}"))}) VALUES ");
        for (var i = 0; i < rows.Length; i++)
        {
            var word = rows[i];
            object[] values = [word.Text, word.Key, (int)word.Action, word.Replacement, word.Category, word.Boards, (int)word.Options, word.IsOn];
            sql.Append(i == 0 ? "(" : ",(");
            for (var v = 0; v < values.Length; v++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@p{i}_{v}", values[v]);
                command.Parameters.Add(parameter);
                sql.Append(v == 0 ? "" : ",").Append(parameter.ParameterName);
            }
            sql.Append(')');
        }
        command.CommandText = sql.ToString();
        await command.ExecuteNonQueryAsync(cancel);
    }

    private const string Table = "words";
    private static readonly string[] Columns = ["Text", "Key", "Action", "Replacement", "Category", "Boards", "Options", "IsOn"];
}
