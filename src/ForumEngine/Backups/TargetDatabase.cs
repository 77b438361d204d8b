using System.Data.Common;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ForumEngine.Backups;

/// <summary>
/// The database that a backup is loaded into: empty, migrated or not. While a restore is at work a lease says so, which lets the
/// next one clear away what a killed one left.
/// </summary>
internal sealed class TargetDatabase(ForumDb db, TimeProvider clock)
{
    public const string Lease = "restore";
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);
    private bool IsSqlite => db.Database.IsSqlite();

    public string Quote(string name) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);

    /// <summary>Refuses <c>NotEmpty</c> with the table that has rows, <c>ForeignTable</c>, and <c>RestoreAtWork</c>.</summary>
    public async Task<Refusal?> WhyNotAsync(CancellationToken cancel)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel)) return null;
        var known = TableShape.All(db).Select(t => t.Name).Append("__EFMigrationsHistory").Append("__EFMigrationsLock").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tables = await TablesAsync(cancel);
        if (tables.Find(t => !known.Contains(t)) is { } foreign) return new Refusal(RefusalKind.Conflict, "ForeignTable", foreign);
        if (tables.Contains("leases"))
        {
            var until = await db.Leases.Where(l => l.Name == Lease).Select(l => (DateTime?)l.ExpiresAt).SingleOrDefaultAsync(cancel);
            if (until is not null) return until < clock.Now() ? null : new Refusal(RefusalKind.Conflict, "RestoreAtWork");
        }
        var full = TableShape.FilledBySchema(db);
        foreach (var table in tables.Where(t => !t.StartsWith("__", StringComparison.Ordinal) && !full.Contains(t)))
            if (await OneAsync($"SELECT 1 FROM {Quote(table)} LIMIT 1", cancel) is not null) return new Refusal(RefusalKind.Conflict, "NotEmpty", table);
        return null;
    }

    /// <summary>Drops what is there, makes the schema of that migration, and leaves it without a row but the lease.</summary>
    public async Task PrepareAsync(string migration, SchemaState schema, CancellationToken cancel)
    {
        await DropAllAsync(cancel);
        await schema.MigrateToAsync(migration, cancel);
        await OpenAsync(cancel);
        foreach (var table in await TablesAsync(cancel))
            if (!table.StartsWith("__", StringComparison.Ordinal)) await RunAsync($"DELETE FROM {Quote(table)}", cancel);
        db.Leases.Add(new Lease { Name = Lease, Holder = Environment.MachineName, ExpiresAt = clock.Now() + LeaseTime });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>One connection for all of it, on which references aren't checked and zero is a number like others.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await RunAsync(IsSqlite ? "PRAGMA foreign_keys = OFF"
            : "SET SESSION foreign_key_checks = 0, SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')", cancel);
    }

    public Task CloseAsync() => db.Database.CloseConnectionAsync();

    public async Task DropAllAsync(CancellationToken cancel)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel)) return;
        await OpenAsync(cancel);
        try
        {
            foreach (var table in await TablesAsync(cancel)) await RunAsync($"DROP TABLE {Quote(table)}", cancel);
        }
        finally
        {
            await CloseAsync();
        }
    }

    public DbConnection Connection => db.Database.GetDbConnection();

    public Task StillAtWorkAsync(DbTransaction transaction, CancellationToken cancel)
    {
        var command = Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"UPDATE leases SET {Quote("ExpiresAt")} = @until WHERE {Quote("Name")} = '{Lease}'";
        Add(command, "@until", clock.Now() + LeaseTime);
        return RunAsync(command, cancel);
    }

    /// <summary>Numbers go on where they were, above those of rows that were deleted before the backup.</summary>
    public async Task GoOnAboveAsync(TableNote table, CancellationToken cancel)
    {
        if (table.NextId is not > 1) return;
        if (!IsSqlite)
        {
            await RunAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ALTER TABLE {Quote(table.Name)} AUTO_INCREMENT = {table.NextId}"), cancel);
            return;
        }
        var made = await OneAsync($"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table.Name}'", cancel) as string;
        if (made?.Contains("AUTOINCREMENT", StringComparison.OrdinalIgnoreCase) != true) return;
        await RunAsync($"INSERT INTO sqlite_sequence (name, seq) SELECT '{table.Name}', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = '{table.Name}')", cancel);
        await RunAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"UPDATE sqlite_sequence SET seq = MAX(seq, {table.NextId - 1}) WHERE name = '{table.Name}'"), cancel);
    }

    /// <summary>References that lead nowhere, by the model: checks were off while rows were loaded.</summary>
    public async Task<IReadOnlyList<string>> BrokenReferencesAsync(CancellationToken cancel)
    {
        List<string> broken = [];
        foreach (var key in db.Model.GetRelationalModel().Tables.SelectMany(t => t.ForeignKeyConstraints))
        {
            var columns = key.Columns.Select(c => Quote(c.Name)).ToList();
            var matches = key.PrincipalColumns.Zip(columns, (p, c) => $"p.{Quote(p.Name)} = c.{c}");
            var sql = $"SELECT COUNT(*) FROM {Quote(key.Table.Name)} c WHERE {string.Join(" AND ", columns.Select(c => $"c.{c} IS NOT NULL"))} "
                + $"AND NOT EXISTS (SELECT 1 FROM {Quote(key.PrincipalTable.Name)} p WHERE {string.Join(" AND ", matches)})";
            if (Convert.ToInt64(await OneAsync(sql, cancel), System.Globalization.CultureInfo.InvariantCulture) is > 0 and var rows) broken.Add($"{key.Table.Name}: {rows} ({key.Name})");
        }
        return broken;
    }

    public static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }

    private async Task<List<string>> TablesAsync(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Connection.CreateCommand();
            command.CommandText = IsSqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'";
            await using var rows = await command.ExecuteReaderAsync(cancel);
            List<string> names = [];
            while (await rows.ReadAsync(cancel)) names.Add(rows.GetString(0));
            return names;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<object?> OneAsync(string sql, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, 0);
            return await command.ExecuteScalarAsync(cancel) is var value and not DBNull ? value : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private Task RunAsync(string sql, CancellationToken cancel)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        return RunAsync(command, cancel);
    }

    private static async Task RunAsync(DbCommand command, CancellationToken cancel)
    {
        await using (command)
        {
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
