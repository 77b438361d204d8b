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
        services.AddSingleton<IDbContextFactory<ForumDb>, ForumDbs>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<ForumDb>>().CreateDbContext());
        services.AddSingleton<IdSource>().AddSingleton<Versions>().AddSingleton<Snapshots>().AddSingleton<SchemaState>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<KeyRing>()));
    }
}
