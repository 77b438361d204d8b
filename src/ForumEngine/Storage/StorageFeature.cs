using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ForumEngine.Storage;

/// <summary>The database, ids, versions and the key ring.</summary>
public static class StorageFeature
{
    public static void AddStorage(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options).AddSingleton<ServerVersions>();
        services.AddPooledDbContextFactory<ForumDb>((provider, db) => Configure(provider, db, options));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ForumDb>>().CreateDbContext());
        services.AddSingleton<IdSource>().AddSingleton<Versions>().AddSingleton<Snapshots>().AddSingleton<SchemaState>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<KeyRing>()));
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder db, DatabaseOptions options)
    {
        if (options.Provider == DatabaseProvider.Sqlite) db.UseForumSqlite(options.ConnectionString);
        else db.UseForumMySql(options.ConnectionString, provider.GetRequiredService<ServerVersions>().Current);
        foreach (var interceptor in provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>()) db.AddInterceptors(interceptor);
    }
}
