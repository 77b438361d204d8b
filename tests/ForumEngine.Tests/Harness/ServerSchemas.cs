using System.Collections.Concurrent;
using ForumEngine.Storage;
using MySqlConnector;

namespace ForumEngine.Tests.Harness;

/// <summary>
/// The schemas of one server in this process: a migrated template, and copies of it in a pool. One that is given back is wiped
/// to the template's rows when it is rented again. All are dropped at the end.
/// </summary>
internal sealed class ServerSchemas
{
    private static readonly ConcurrentDictionary<Db, Lazy<Task<ServerSchemas>>> Servers = new();
    private readonly ConcurrentBag<string> free = [];
    private readonly ConcurrentBag<string> all = [];
    private readonly string server;
    private readonly string prefix = $"forum_test_{Environment.ProcessId}_{Guid.NewGuid().ToString("N")[..6]}";
    private string create = "";
    private string wipe = "";
    private int number;

    private ServerSchemas(string server) => this.server = server;

    private string TemplateName => $"{prefix}_template";

    public static async Task<TestDatabase> RentAsync(Db kind)
    {
        var server = Databases.Server(kind);
        var schemas = await Servers.GetOrAdd(kind, _ => new Lazy<Task<ServerSchemas>>(() => StartAsync(server))).Value;
        var name = await schemas.NextAsync();
        return new TestDatabase(kind, schemas.OptionsFor(name), () =>
        {
            schemas.free.Add(name);
            return ValueTask.CompletedTask;
        });
    }

    public static async Task DropAllAsync()
    {
        foreach (var server in Servers.Values.Where(s => s.IsValueCreated && s.Value.IsCompletedSuccessfully))
        {
            var schemas = await server.Value;
            await using var connection = await schemas.ConnectAsync();
            foreach (var name in schemas.all) await RunAsync(connection, $"DROP DATABASE IF EXISTS {name}");
        }
    }

    private DatabaseOptions OptionsFor(string name) => new(DatabaseProvider.MySql,
        new MySqlConnectionStringBuilder(server) { Database = name, CharacterSet = "utf8mb4", ConnectionTimeout = 5 }.ToString());

    private static async Task<ServerSchemas> StartAsync(string server)
    {
        var schemas = new ServerSchemas(server);
        schemas.all.Add(schemas.TemplateName);
        await Template.FillAsync(schemas.OptionsFor(schemas.TemplateName));
        await using var connection = await schemas.ConnectAsync();
        await schemas.LearnAsync(connection);
        return schemas;
    }

    /// <summary>How to make a copy of the template, and how to make a used copy equal to it again.</summary>
    private async Task LearnAsync(MySqlConnection connection)
    {
        var tables = await ListAsync(connection, $"SELECT table_name FROM information_schema.tables WHERE table_schema = '{TemplateName}'", 0);
        foreach (var table in tables)
        {
            create += (await ListAsync(connection, $"SHOW CREATE TABLE {TemplateName}.`{table}`", 1))[0] + ";";
            wipe += $"DELETE FROM `{table}`;";
            var filled = await ListAsync(connection, $"SELECT 1 FROM {TemplateName}.`{table}` LIMIT 1", 0);
            if (filled.Count > 0) wipe += $"INSERT INTO `{table}` SELECT * FROM {TemplateName}.`{table}`;";
        }
    }

    private async Task<string> NextAsync()
    {
        await using var connection = await ConnectAsync();
        var isUsed = free.TryTake(out var known);
        var name = known ?? $"{prefix}_{Interlocked.Increment(ref number)}";
        if (!isUsed)
        {
            all.Add(name);
            await RunAsync(connection, $"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
        await RunAsync(connection, $"USE {name}; SET FOREIGN_KEY_CHECKS = 0; {(isUsed ? "" : create)} {wipe} SET FOREIGN_KEY_CHECKS = 1;");
        return name;
    }

    private async Task<MySqlConnection> ConnectAsync()
    {
        var connection = new MySqlConnection(new MySqlConnectionStringBuilder(server) { CharacterSet = "utf8mb4", Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(MySqlConnection connection, string sql)
    {
        await using var command = new MySqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ListAsync(MySqlConnection connection, string sql, int column)
    {
        await using var command = new MySqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync()) values.Add(Convert.ToString(reader.GetValue(column), null)!);
        return values;
    }
}
