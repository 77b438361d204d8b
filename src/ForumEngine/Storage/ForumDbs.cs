using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Storage;

/// <summary>
/// Opens units of work. Which server answers is asked when the first one is opened, not when the site is built:
/// a database that is down must not stop the start.
/// </summary>
internal sealed class ForumDbs(IServiceProvider services, DatabaseOptions database, ServerVersions versions) : IDbContextFactory<ForumDb>
{
    private volatile DbContextOptions<ForumDb>? options;

    public ForumDb CreateDbContext() => new(options ??= Build());

    private DbContextOptions<ForumDb> Build()
    {
        var builder = new DbContextOptionsBuilder<ForumDb>();
        builder.UseApplicationServiceProvider(services);
        if (database.Provider == DatabaseProvider.Sqlite) builder.UseForumSqlite(database.ConnectionString);
        else builder.UseForumMySql(database.ConnectionString, versions.Current);
        return builder.AddInterceptors(services.GetServices<IInterceptor>()).Options;
    }
}
