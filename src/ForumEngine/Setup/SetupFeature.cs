using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Setup;

/// <summary>First set-up and seeds.</summary>
public static class SetupFeature
{
    public static void AddSetup(this IServiceCollection services) => services.AddScoped<SetUpSite>().AddScoped<SeedDemo>().AddScoped<SetUpDemo>().AddScoped<SeedBench>();
}
