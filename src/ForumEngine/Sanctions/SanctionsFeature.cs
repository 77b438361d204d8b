using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Sanctions;

/// <summary>Muting, blocking and locking members, lifting it, and the darkroom.</summary>
public static class SanctionsFeature
{
    public static IServiceCollection AddSanctions(this IServiceCollection services) => services
        .AddScoped<Evidence>().AddScoped<SanctionMember>().AddScoped<LiftSanction>().AddScoped<DarkroomPage>();
}
