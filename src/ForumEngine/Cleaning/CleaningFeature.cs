using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Cleaning;

/// <summary>Mass clean-up after a spammer.</summary>
public static class CleaningFeature
{
    public static IServiceCollection AddCleaning(this IServiceCollection services) => services
        .AddScoped<SweepSearch>().AddScoped<RunSweep>().AddScoped<SweepPages>().AddScoped<UndoSweep>();
}
