using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Keeping;

public static class KeepingFeature
{
    /// <summary>A list that administrators keep, with its history.</summary>
    public static IServiceCollection AddKept<T>(this IServiceCollection services) where T : Kept, IKept<T> => services
        .AddScoped<KeepList<T>>().AddScoped<KeptHistory<T>>().AddScoped<IKeptHistory>(p => p.GetRequiredService<KeptHistory<T>>());
}
