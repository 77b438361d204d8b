using ForumEngine.Challenges;
using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Flood;

/// <summary>Limits by the hour, what new members may not yet, duplicate texts, and the work that browsers are asked for.</summary>
public static class FloodFeature
{
    public static IServiceCollection AddFlood(this IServiceCollection services) => services
        .AddScoped<PostGate>().AddScoped<Duplicates>().AddSingleton<Work>().AddSingleton<FillTime>().AddSingleton<IJob, PurgePrints>();
}
