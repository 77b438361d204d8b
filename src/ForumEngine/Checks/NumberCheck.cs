using System.Globalization;
using System.Text;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>
/// A number kept in a row that other rows give as well. <paramref name="expected"/> selects <c>k</c>, the row's key, and
/// <c>n</c>, the number; a key that isn't selected must have 0.
/// </summary>
internal sealed class NumberCheck(string name, string table, string key, string column, string expected) : Check(name)
{
    private const int RowsPerUpdate = 200;

    private readonly string sql = $"""
        SELECT t.{key} AS Id, t.{column} AS Kept, COALESCE(e.n, 0) AS Counted
        FROM {table} t LEFT JOIN ({expected}) e ON e.k = t.{key}
        WHERE t.{column} <> COALESCE(e.n, 0)
        """;

    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var wrong = await db.Database.SqlQueryRaw<WrongNumber>(sql).ToListAsync(cancel);
        if (repair) foreach (var rows in wrong.Chunk(RowsPerUpdate)) await db.Database.ExecuteSqlRawAsync(Update(rows), cancel);
        return Found(wrong.ConvertAll(Say), repair);
    }

    private string Say(WrongNumber row) =>
        string.Create(CultureInfo.InvariantCulture, $"{table} {row.Id}: {column} is {row.Kept}, counted {row.Counted}");

    /// <summary>A row that has changed since it was read is left alone: the site may be running.</summary>
    private string Update(WrongNumber[] rows)
    {
        var update = new StringBuilder();
        update.Append(CultureInfo.InvariantCulture, $"UPDATE {table} SET {column} = CASE");
        foreach (var row in rows) update.Append(CultureInfo.InvariantCulture, $" WHEN {key} = {row.Id} AND {column} = {row.Kept} THEN {row.Counted}");
        update.Append(CultureInfo.InvariantCulture, $" ELSE {column} END WHERE {key} IN ({string.Join(',', rows.Select(r => r.Id))})");
        return update.ToString();
    }

    private sealed record WrongNumber(long Id, long Kept, long Counted);
}
