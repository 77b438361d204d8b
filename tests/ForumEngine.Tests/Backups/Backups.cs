using System.Data.Common;
using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Avatars;
using ForumEngine.Backups;
using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Pictures;
using ForumEngine.Posts;
using ForumEngine.Setup;
using ForumEngine.Storage;
using ForumEngine.Tests.Attachments;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MySqlConnector;

namespace ForumEngine.Tests.Backups;

/// <summary>A database without a table, of its own kind, with the engine's services on it; dropped at the end.</summary>
internal sealed class EmptyForum : TestForum, IAsyncDisposable
{
    private readonly Db kind;
    private readonly string name;
    private readonly ServiceProvider services;

    private EmptyForum(Db kind, string name, DatabaseOptions options, DateTimeOffset now)
    {
        (this.kind, this.name, Options) = (kind, name, options);
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider(now))
            .AddSingleton(new FileStoreOptions(Files)).AddForumEngine(options).AddScoped<ILookupNormalizer, MemberLookup>().BuildServiceProvider();
    }

    public DatabaseOptions Options { get; }
    public string Files { get; } = Path.Combine(Path.GetTempPath(), $"forum-files-{Guid.NewGuid():N}");
    public override IServiceProvider Services => services;

    public static async Task<EmptyForum> OpenAsync(Db kind, DateTimeOffset now)
    {
        if (kind == Db.Sqlite) return new EmptyForum(kind, "", SqliteFiles.OptionsFor(SqliteFiles.Empty()), now);
        var name = $"forum_restore_{Guid.NewGuid().ToString("N")[..12]}";
        await RunAsync(kind, $"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        return new EmptyForum(kind, name, new DatabaseOptions(DatabaseProvider.MySql,
            new MySqlConnectionStringBuilder(Databases.Server(kind)) { Database = name, CharacterSet = "utf8mb4", ConnectionTimeout = 5 }.ToString()), now);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (kind != Db.Sqlite) await RunAsync(kind, $"DROP DATABASE {name}");
        if (Directory.Exists(Files)) Directory.Delete(Files, recursive: true);
    }

    private static async Task RunAsync(Db kind, string sql)
    {
        await using var connection = new MySqlConnection(Databases.Server(kind));
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A file that goes with the test.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("forum-backup-").FullName;

    public string Path => System.IO.Path.Combine(folder, "site.tar");

    public IReadOnlyList<string> Beside => [.. Directory.EnumerateFiles(folder).Select(f => System.IO.Path.GetFileName(f))];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>Filled sites, and both ways in a line each.</summary>
internal static class Backups
{
    /// <summary>The demo community with a picture and a text in posts, an avatar, and a few acts.</summary>
    public static async Task<Forum> FilledAsync(Db kind)
    {
        var forum = await Forum.OpenAsync(kind);
        await forum.WithoutWaitingAsync();
        await forum.BoardAsync("客厅");
        Assert.Null((await forum.Use<SeedDemo, Outcome<int>>(s => s.RunAsync("demo password 42", default))).Refusal);
        var board = await forum.BoardAsync("Pictures 🖼");
        var who = await forum.ViewerAsync("摄影师");
        foreach (var (name, bytes) in ((string, byte[])[])[("日落.png", Uploads.Png(1800, 900)), ("notes.pdf", Uploads.Text(70_000))])
        {
            var file = (await forum.UploadAsync(who, board, name, bytes)).Value;
            await forum.StartAsync(who, board, $"With {name}", "Look at this 'quote' \\ and \u3000 🎉", choices: PostChoices.Usual with { Files = [file.Id] });
        }
        Assert.Null(await forum.Use<SetAvatar, Refusal?>(s => s.RunAsync(who, new MemoryStream(Uploads.Png(200, 100)), new Square(0, 0, 100), default)));
        await forum.CountAsync();
        return forum;
    }

    /// <summary>Members of the harness come without being counted.</summary>
    public static Task<CheckReport> CountAsync(this TestForum forum) => forum.Use<CheckForum, CheckReport>(c => c.RunAsync(repair: true, default));

    public static Task<Outcome<BackupManifest>> BackUpAsync(this TestForum forum, string file) =>
        forum.Use<MakeBackup, Outcome<BackupManifest>>(b => b.RunAsync(file, null, default));

    public static async Task<Outcome<Restored>> RestoreAsync(this TestForum forum, string file)
    {
        var read = await ReadBackup.VerifyAsync(file, null, default);
        return read.Refusal is { } refusal ? refusal : await forum.Use<RestoreBackup, Outcome<Restored>>(r => r.RunAsync(file, read.Value, null, default));
    }

    public static async Task<Refusal?> LoadAsync(this TestForum forum, string file)
    {
        var read = await ReadBackup.VerifyAsync(file, null, default);
        return read.Refusal ?? await forum.Use<RestoreBackup, Refusal?>(r => r.LoadAsync(file, read.Value, null, default));
    }

    /// <summary>Every table that the model has, row by row as text; straight from the database and not by the code under test.</summary>
    public static Task<SortedDictionary<string, List<string>>> ContentAsync(this TestForum forum) => forum.Rows(async db =>
    {
        var content = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        var quote = db.GetService<ISqlGenerationHelper>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            var columns = table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => quote.DelimitIdentifier(c.Name)))} FROM {quote.DelimitIdentifier(table.Name)}";
            await using var reader = await command.ExecuteReaderAsync();
            List<string> rows = [];
            while (await reader.ReadAsync())
                rows.Add(string.Join(" | ", columns.Select((c, i) => $"{c.Name}={Show(reader, i, Nullable.GetUnderlyingType(ProviderType(c)) ?? ProviderType(c))}")));
            rows.Sort(StringComparer.Ordinal);
            content.Add(table.Name, rows);
        }
        return content;
    });

    private static Type ProviderType(Microsoft.EntityFrameworkCore.Metadata.IColumn column) =>
        column.PropertyMappings[0].TypeMapping.Converter?.ProviderClrType ?? column.PropertyMappings[0].TypeMapping.ClrType;

    private static string Show(DbDataReader row, int i, Type type) => row.IsDBNull(i) ? "null"
        : type == typeof(byte[]) ? Convert.ToHexString(row.GetFieldValue<byte[]>(i))
        : type == typeof(DateTime) ? row.GetDateTime(i).ToString("O", CultureInfo.InvariantCulture)[..27]
        : type == typeof(DateTimeOffset) ? row.GetFieldValue<DateTimeOffset>(i).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)
        : type == typeof(DateOnly) ? row.GetFieldValue<DateOnly>(i).ToString("O", CultureInfo.InvariantCulture)
        : type == typeof(Guid) ? row.GetGuid(i).ToString()
        : type == typeof(bool) ? row.GetBoolean(i).ToString()
        : type == typeof(string) ? row.GetString(i)
        : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)!;

    public static void Same(SortedDictionary<string, List<string>> expected, SortedDictionary<string, List<string>> actual, params string[] but)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        List<string> other = [];
        foreach (var table in expected.Keys.Except(but))
            if (!expected[table].SequenceEqual(actual[table]))
                other.Add($"{table}: {expected[table].Count} rows, then {actual[table].Count}: {expected[table].Except(actual[table]).FirstOrDefault()} is now {actual[table].Except(expected[table]).FirstOrDefault()}");
        Expect.None(other);
    }

    public static SortedDictionary<string, string> FilesOf(string folder) => new(!Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/tmp/"))
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))), StringComparer.Ordinal);
}
