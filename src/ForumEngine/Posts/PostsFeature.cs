using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Posts;

/// <summary>Writing, quoting, editing and finding posts.</summary>
public static class PostsFeature
{
    public static void AddPosts(this IServiceCollection services) => services
        .AddSingleton<IJob, ForgetSubmissions>()
        .AddScoped<WritePost>().AddScoped<ReplyToThread>().AddScoped<QuotePost>().AddScoped<EditPost>().AddScoped<ReplyFormQuery>().AddScoped<DeleteOwnPost>().AddScoped<PreviewPost>().AddScoped<FindPost>();
}
