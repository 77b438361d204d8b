using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Checks;

/// <summary>The invariants.</summary>
public static class ChecksFeature
{
    public static void AddChecks(this IServiceCollection services) => services.AddScoped<CheckForum>();
}
