using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MySqlConnector;

namespace ForumEngine.Storage;

/// <summary>Tells an unreachable or broken database, which comes back by itself, from our own mistakes in SQL.</summary>
public static class Outage
{
    /// <summary>Busy, locked, read-only, I/O error, corrupt, full, can't open, no database.</summary>
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 11, 13, 14, 26];

    public static bool IsOutage(this Exception error) => error switch
    {
        RetryLimitExceededException => true,
        MySqlException mysql => mysql.IsTransient || mysql.ErrorCode == MySqlErrorCode.UnableToConnectToHost,
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        DbUpdateException or InvalidOperationException => error.InnerException is { } inner && inner.IsOutage(),
        _ => false,
    };
}
