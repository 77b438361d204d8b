using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ForumEngine.Storage;

/// <summary>The differences between the providers, all of them.</summary>
public static class DatabaseProviders
{
    /// <summary>
    /// Migrations are generated for this version without a server; at run time the real one is detected
    /// (<see cref="ServerVersions"/>).
    /// </summary>
    public static readonly ServerVersion DesignTimeVersion = new MariaDbServerVersion(new Version(10, 6));

    public static DbContextOptionsBuilder UseForumSqlite(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(DatabaseOptions.SqliteMigrations))
        .AddInterceptors(SqlitePragmas.Instance)
        .Common();

    public static DbContextOptionsBuilder UseForumMySql(this DbContextOptionsBuilder options, string connectionString, ServerVersion version) => options
        .UseMySql(connectionString, version, mysql => mysql
            .MigrationsAssembly(DatabaseOptions.MySqlMigrations)
            .EnableRetryOnFailure(5, TimeSpan.FromMilliseconds(200), null))
        .Common();

    private static DbContextOptionsBuilder Common(this DbContextOptionsBuilder options) => options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
}
