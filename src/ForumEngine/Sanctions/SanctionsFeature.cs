using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Sanctions;

/// <summary>Muting, blocking and locking members, lifting it, and the darkroom.</summary>
public static class SanctionsFeature
{
    public static IServiceCollection AddSanctions(this IServiceCollection services) => services
        .AddSingleton<SanctionBell>().AddSingleton<SiteRules>()
        .AddSingleton<LinkBar>().AddScoped<Evidence>().AddScoped<SanctionMember>().AddScoped<IssueSanction>().AddScoped<LiftSanction>().AddScoped<DarkroomPage>();
}
