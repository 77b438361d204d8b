using ForumEngine.Storage;
using Microsoft.Data.Sqlite;

namespace ForumEngine.Tests.Harness;

/// <summary>Copies of one migrated file.</summary>
internal static class SqliteFiles
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("forum-tests-").FullName;
    private static readonly Lazy<Task<string>> Migrated = new(MigrateAsync);
    private static int number;

    public static async Task<TestDatabase> CopyAsync()
    {
        var file = Empty();
        File.Copy(await Migrated.Value, file);
        return new TestDatabase(Db.Sqlite, OptionsFor(file), () => Delete(file));
    }

    /// <summary>The name of a file that isn't there yet.</summary>
    public static string Empty() => Path.Combine(Folder, $"{Interlocked.Increment(ref number)}.db");

    public static DatabaseOptions OptionsFor(string file) => new(DatabaseProvider.Sqlite, $"Data Source={file}");

    public static void DeleteAll()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MigrateAsync()
    {
        var options = OptionsFor(Path.Combine(Folder, "template.db"));
        await Template.FillAsync(options);
        await using var connection = new SqliteConnection(options.ConnectionString);
        await connection.OpenAsync();
        // What is still in the log would be missing in a copy of the file.
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
        return connection.DataSource;
    }

    private static ValueTask Delete(string file)
    {
        SqliteConnection.ClearPool(new SqliteConnection(OptionsFor(file).ConnectionString));
        foreach (var part in (string[])["", "-wal", "-shm"]) File.Delete(file + part);
        return ValueTask.CompletedTask;
    }
}
