using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Storage;

/// <summary>
/// Opens <see cref="ForumDb"/>s from a pool. EF Core's own factory reads its options when it is made; ours waits for the first use,
/// since the server's version can't be asked while the database is down, and a site must start even then.
/// </summary>
public sealed class ForumDbs(IServiceProvider services, DatabaseOptions options, ServerVersions versions) : IDbContextFactory<ForumDb>
{
    private volatile PooledDbContextFactory<ForumDb>? pool;

    public ForumDb CreateDbContext() => (pool ??= Open()).CreateDbContext();

    private PooledDbContextFactory<ForumDb> Open()
    {
        var builder = new DbContextOptionsBuilder<ForumDb>();
        if (options.Provider == DatabaseProvider.Sqlite) builder.UseForumSqlite(options.ConnectionString);
        else builder.UseForumMySql(options.ConnectionString, versions.Current);
        builder.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>()).AddInterceptors(services.GetServices<IInterceptor>());
        return new PooledDbContextFactory<ForumDb>(builder.Options);
    }
}
