using System.Globalization;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Overview;

/// <summary>Asks the database what it is and how much it holds.</summary>
internal static class DatabaseFacts
{
    /// <summary>The name with the version, and the bytes of tables and indexes; MySQL's and MariaDB's own estimate.</summary>
    public static async Task<(string Name, long? Bytes)> ReadAsync(ForumDb db, DatabaseProvider provider, CancellationToken cancel)
    {
        if (provider == DatabaseProvider.Sqlite)
            return ($"SQLite {await db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS Value").SingleAsync(cancel)}",
                await db.Database.SqlQueryRaw<long>("SELECT page_count * page_size AS Value FROM pragma_page_count(), pragma_page_size()").SingleAsync(cancel));
        var version = await db.Database.SqlQueryRaw<string>("SELECT VERSION() AS Value").SingleAsync(cancel);
        var bytes = await db.Database.SqlQueryRaw<decimal>(
            "SELECT CAST(COALESCE(SUM(data_length + index_length), 0) AS DECIMAL(20, 0)) AS Value FROM information_schema.tables WHERE table_schema = DATABASE()").SingleAsync(cancel);
        var name = version.Contains("MariaDB", StringComparison.OrdinalIgnoreCase) ? "MariaDB" : "MySQL";
        return (string.Create(CultureInfo.InvariantCulture, $"{name} {version.Split('-')[0]}"), (long)bytes);
    }
}
