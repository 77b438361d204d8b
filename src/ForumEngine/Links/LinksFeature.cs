using ForumEngine.Keeping;
using ForumEngine.Look;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Links;

/// <summary>Navigation, footer, licences and friend links.</summary>
public static class LinksFeature
{
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddKept<SiteLink>()
        .AddSingleton<SiteLinks>().AddSingleton<SitePictures>().AddScoped<AddSitePicture>();
}
