using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ForumEngine.Posts;

/// <summary>Writing, quoting, editing and finding posts.</summary>
public static class PostsFeature
{
    public static void AddPosts(this IServiceCollection services)
    {
        services.AddSingleton<IJob, ForgetSubmissions>();
        services.AddSingleton<PostRenderer>().AddSingleton<FreshPosts>().AddSingleton<IJob>(s => s.GetRequiredService<FreshPosts>());
        services.AddSingleton<FreshSignatures>().AddSingleton<IJob>(s => s.GetRequiredService<FreshSignatures>());
        services.TryAddSingleton(HideTexts.None);
        services.AddScoped<WritePost>().AddScoped<ReplyToThread>().AddScoped<QuotePost>().AddScoped<EditPost>().AddScoped<DeleteOwnPost>();
        services.AddScoped<ReplyFormQuery>().AddScoped<PreviewPost>().AddScoped<FindPost>().AddScoped<PostHistoryQuery>().AddScoped<RevealAuthor>().AddScoped<ChangeSignature>();
    }
}
