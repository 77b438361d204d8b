using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Legal;

/// <summary>Disclaimer, terms and the other pages of the site.</summary>
public static class LegalFeature
{
    public static void AddLegal(this IServiceCollection services) =>
        services.AddSingleton<SitePages>().AddScoped<PublishDocument>().AddScoped<Agreements>();
}
