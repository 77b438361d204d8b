using System.Data;
using System.Data.Common;
using ForumEngine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ForumEngine.Backups;

/// <summary>
/// The database as it is at one moment, while others go on writing: a read transaction of SQLite, which sees the log up to its
/// first reading, or a consistent snapshot of InnoDB. Writers don't wait for it.
/// </summary>
internal sealed class FrozenView : IAsyncDisposable
{
    private readonly ForumDb db;
    private readonly DbTransaction transaction;
    private readonly DbConnection connection;

    private FrozenView(ForumDb db, DbConnection connection, DbTransaction transaction) => (this.db, this.connection, this.transaction) = (db, connection, transaction);

    public static async Task<FrozenView> OpenAsync(ForumDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        if (connection is SqliteConnection sqlite)
        {
            var reading = new FrozenView(db, connection, sqlite.BeginTransaction(deferred: true));
            await reading.OneAsync("SELECT COUNT(*) FROM settings", cancel);
            return reading;
        }
        await using (var patience = connection.CreateCommand())
        {
            // A slow disk on our side must not end the reading; and MySQL tells the next numbers from a cache otherwise.
            patience.CommandText = "SET SESSION net_write_timeout = 3600" + (IsMariaDb(connection) ? "" : ", SESSION information_schema_stats_expiry = 0");
            await patience.ExecuteNonQueryAsync(cancel);
        }
        return new FrozenView(db, connection, await connection.BeginTransactionAsync(IsolationLevel.Snapshot, cancel));
    }

    public string Quote(string name) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);

    /// <summary>The command isn't disposed of: on SQLite that would close the reader.</summary>
    public Task<DbDataReader> ReadAsync(string sql, CancellationToken cancel) => Command(sql).ExecuteReaderAsync(cancel);

    public async Task<object?> OneAsync(string sql, CancellationToken cancel)
    {
        await using var command = Command(sql);
        return await command.ExecuteScalarAsync(cancel) is var value and not DBNull ? value : null;
    }

    /// <summary>The number that the next row of the table would get, for each that gives numbers out.</summary>
    public async Task<Dictionary<string, long>> NextIdsAsync(CancellationToken cancel)
    {
        var isSqlite = connection is SqliteConnection;
        if (isSqlite && await OneAsync("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'", cancel) is null) return [];
        await using var rows = await ReadAsync(isSqlite ? "SELECT name, seq + 1 FROM sqlite_sequence"
            : "SELECT table_name, auto_increment FROM information_schema.tables WHERE table_schema = DATABASE() AND auto_increment IS NOT NULL", cancel);
        var next = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        while (await rows.ReadAsync(cancel)) next[rows.GetString(0)] = rows.GetInt64(1);
        return next;
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, transaction, 0);
        return command;
    }

    private static bool IsMariaDb(DbConnection connection) => connection.ServerVersion.Contains("MariaDB", StringComparison.OrdinalIgnoreCase);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
