using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ForumEngine.Backups;

/// <summary>The whole site in one file, and back.</summary>
public static class BackupsFeature
{
    /// <summary>Without <see cref="BackupOptions"/> of the host, the site's own backups lie in data/backups.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.TryAddSingleton(new BackupOptions(Path.GetFullPath(Path.Combine("data", "backups"))));
        return services.AddScoped<MakeBackup>().AddScoped<RestoreBackup>()
            .AddSingleton<BackupShelf>().AddSingleton<BackupRunner>().AddScoped<OrderBackup>().AddScoped<TakeBackup>().AddScoped<BackupsQuery>()
            .AddSingleton<IJob, RunBackups>().AddSingleton<IOutboxHandler, BackupOrdered>();
    }
}
