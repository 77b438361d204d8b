using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.MyPosts;

/// <summary>A member's own threads and replies.</summary>
public static class MyPostsFeature
{
    public static IServiceCollection AddMyPosts(this IServiceCollection services) => services.AddScoped<MyPostsQuery>();
}
