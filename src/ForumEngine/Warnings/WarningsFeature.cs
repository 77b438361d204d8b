using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Warnings;

/// <summary>Warnings with points, and the ladder of what they bring.</summary>
public static class WarningsFeature
{
    public static IServiceCollection AddWarnings(this IServiceCollection services) => services
        .AddSingleton<WarningSteps>().AddScoped<ClimbLadder>().AddScoped<WarnMember>().AddScoped<RevokeWarning>()
        .AddScoped<WarningPages>().AddScoped<ChangeWarningSteps>();
}
