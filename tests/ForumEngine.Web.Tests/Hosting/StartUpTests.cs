using ForumEngine.Storage;
using ForumEngine.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace ForumEngine.Web.Tests.Hosting;

public sealed class StartUpTests
{
    [Theory]
    [InlineData("--Database:Provider=Oracle", "Database:Provider")]
    [InlineData("--Database:Provider=7", "Database:Provider")]
    [InlineData("--Database:Provder=Sqlite", "Database:Provder")]
    [InlineData("--ConnectionStrings:Forum=Nonsense=1", "ConnectionStrings:Forum")]
    [InlineData("--Smtp:Port=99999", "Smtp:Port")]
    [InlineData("--Smtp:Hots=mail.example.test", "Smtp:Hots")]
    [InlineData("--Smtp:Host=mail.example.test", "Smtp:From")]
    [InlineData("--Site:BaseUrl=forum.example.test", "Site:BaseUrl")]
    [InlineData("--Site:Name=Elsewhere", "Site:Name")]
    [InlineData("--Proxies:Known=10.0.0.0/33", "Proxies:Known")]
    [InlineData("--Storage:Provider=S4", "Storage:Provider")]
    [InlineData("--Telemetry:Otlp=collector:4317x", "Telemetry:Otlp")]
    [InlineData("--Telemetry:OtlpProtocol=Smoke", "Telemetry:OtlpProtocol")]
    [InlineData("--Telemetry:TracePercent=101", "Telemetry:TracePercent")]
    [InlineData("--Telemetry:Allowed=10.0.0.0/33", "Telemetry:Allowed")]
    [InlineData("--Telemetry:Prometheus=2", "Telemetry:Prometheus")]
    [InlineData("--Diagnostics:QueryHeader=perhaps", "Diagnostics:QueryHeader")]
    public void A_wrong_setting_stops_the_start_and_is_named(string argument, string key)
    {
        var error = Assert.Throws<WrongSettingException>(() => ForumSite.Build([argument, "--environment=Production"]));
        Assert.Equal(key, error.Key);
        Assert.StartsWith(key + ": ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_without_a_connection_string_is_refused() =>
        Assert.Equal("ConnectionStrings:Forum", Assert.Throws<WrongSettingException>(() => ForumSite.Build(["--Database:Provider=MySql"])).Key);

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task A_site_whose_database_is_down_at_the_start_answers_503_and_comes_back_by_itself(Db db)
    {
        await using var database = await TestDatabase.OpenAsync(db);
        var text = new MySqlConnectionStringBuilder(database.Options.ConnectionString);
        await using var line = new TcpForwarder(text.Server, (int)text.Port);
        text.Port = (uint)line.Port;
        await using var site = await StartAsync(new DatabaseOptions(DatabaseProvider.MySql, text.ToString()));

        using var client = new HttpClient { BaseAddress = site.Url };
        await Is503Async(client, "/");
        Assert.Equal(200, await StatusAsync(client, "/health/live"));
        Assert.Equal(503, await StatusAsync(client, "/health/ready"));

        line.Open();
        await SoonAsync(async () => await StatusAsync(client, "/account/login") == 200);
        Assert.Equal(200, await StatusAsync(client, "/health/ready"));
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task A_site_whose_database_goes_away_answers_503_and_comes_back_by_itself(Db db)
    {
        await using var database = await TestDatabase.OpenAsync(db);
        var text = new MySqlConnectionStringBuilder(database.Options.ConnectionString);
        await using var line = new TcpForwarder(text.Server, (int)text.Port);
        text.Port = (uint)line.Port;
        line.Open();
        await using var site = await StartAsync(new DatabaseOptions(DatabaseProvider.MySql, text.ToString()));
        using var client = new HttpClient { BaseAddress = site.Url };
        await SoonAsync(async () => await StatusAsync(client, "/account/login") == 200);

        line.Close();
        await SoonAsync(async () => await StatusAsync(client, "/darkroom") == 503);
        await Is503Async(client, "/darkroom");
        Assert.Equal(503, await StatusAsync(client, "/health/ready"));

        line.Open();
        await SoonAsync(async () => await StatusAsync(client, "/darkroom") == 200);
    }

    [Fact]
    public async Task A_database_with_an_old_schema_is_503_until_it_is_migrated()
    {
        using var folder = new TemporaryFolder();
        await using var site = await StartAsync(new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={folder.File("empty.db")}"));
        using var client = new HttpClient { BaseAddress = site.Url };
        Assert.Contains("forum migrate", await Is503Async(client, "/"), StringComparison.Ordinal);

        await site.Service<SchemaState>().MigrateAsync(default);
        Assert.Contains("forum setup", await Is503Async(client, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_was_killed_is_finished_by_the_next_start()
    {
        using var folder = new TemporaryFolder();
        await using var site = await StartAsync(new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={folder.File("killed.db")}"));
        await site.Rows(async db => await db.Database.ExecuteSqlRawAsync("""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
            """));
        await site.Service<SchemaState>().MigrateAsync(default).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(await site.Rows(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact]
    public async Task A_lock_that_is_younger_than_a_minute_is_respected()
    {
        using var folder = new TemporaryFolder();
        await using var site = await StartAsync(new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={folder.File("locked.db")}"));
        await site.Rows(async db => await db.Database.ExecuteSqlAsync($"""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
            UPDATE "__EFMigrationsLock" SET "Timestamp" = datetime('now');
            """));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Service<SchemaState>().MigrateAsync(patience.Token));
    }

    private static Task<BareSite> StartAsync(DatabaseOptions database) => BareSite.StartAsync(database);

    private static async Task<string> Is503Async(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal(503, (int)answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero, "Retry-After is missing");
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<int> StatusAsync(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(new Uri(url, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    private static async Task SoonAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 60, "Not within half a minute.");
            await Task.Delay(500);
        }
    }
}
