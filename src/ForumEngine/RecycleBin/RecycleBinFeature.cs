using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.RecycleBin;

/// <summary>The recycle bin: what lies in it, restoring (an act like others) and purging.</summary>
public static class RecycleBinFeature
{
    public static void AddRecycleBin(this IServiceCollection services) => services
        .AddScoped<BinPageQuery>().AddScoped<Purge>().AddScoped<FindBinItem>().AddSingleton<EmptyBin>().AddSingleton<IJob>(p => p.GetRequiredService<EmptyBin>());
}
