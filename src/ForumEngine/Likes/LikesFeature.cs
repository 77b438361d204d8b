using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Likes;

/// <summary>支持.</summary>
public static class LikesFeature
{
    public static void AddLikes(this IServiceCollection services) =>
        services.AddScoped<LikePost>().AddScoped<LikesQuery>().AddSingleton<IOutboxHandler, NotifyOfLikes>();
}
