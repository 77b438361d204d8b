using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Codes;

/// <summary>The code tags that administrators make.</summary>
public static class CodesFeature
{
    public static void AddCodes(this IServiceCollection services) =>
        services.AddSingleton<SiteCodes>().AddScoped<SaveCode>().AddScoped<DeleteCode>();
}
