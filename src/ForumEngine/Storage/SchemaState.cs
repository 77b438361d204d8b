using ForumEngine.Sanctions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Storage;

/// <summary>Whether the database has this version's schema, and the way to bring it there.</summary>
public sealed class SchemaState(IDbContextFactory<ForumDb> dbs, TimeProvider clock)
{
    private volatile bool isCurrent;

    /// <summary>Throws while the database is down. Asked of the database until the answer is yes, then remembered.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancel)
    {
        if (isCurrent) return true;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return isCurrent = !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (db.Database.IsSqlite())
        {
            CreateFolder(db.Database.GetConnectionString());
            await RemoveStaleLockAsync(db, cancel);
        }
        await db.Database.MigrateAsync(cancel);
        // Sanctions older than the ledger.
        await db.InTransactionAsync(() => Ledger.LockAsync(db, clock.Now(), cancel), cancel);
        isCurrent = true;
    }

    /// <summary>An empty database as it was after that migration, for what was kept then.</summary>
    internal async Task MigrateToAsync(string migration, CancellationToken cancel)
    {
        isCurrent = false;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (db.Database.IsSqlite()) CreateFolder(db.Database.GetConnectionString());
        await db.Database.MigrateAsync(migration, cancel);
    }

    private static void CreateFolder(string? connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder && file != ":memory:") Directory.CreateDirectory(folder);
    }

    /// <summary>
    /// A migration killed on SQLite leaves its lock row behind and the next start would wait for ever.
    /// No migration holds it for longer than a minute without being at work on the file.
    /// </summary>
    private async Task RemoveStaleLockAsync(ForumDb db, CancellationToken cancel)
    {
        var tables = await db.Database.SqlQuery<int>(
            $"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (tables == 0) return;
        var limit = clock.GetUtcNow().UtcDateTime.AddMinutes(-1).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE Timestamp < {limit}", cancel);
    }
}
