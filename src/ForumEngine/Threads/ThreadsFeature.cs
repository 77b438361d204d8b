using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Threads;

/// <summary>Lists of threads, thread pages, starting threads, searching titles.</summary>
public static class ThreadsFeature
{
    public static void AddThreads(this IServiceCollection services) => services
        .AddScoped<BoardPageQuery>().AddScoped<ThreadPageQuery>().AddScoped<FloorShow>().AddScoped<ThreadAnchors>().AddScoped<NewsQuery>().AddScoped<StartThread>().AddScoped<LabelThread>().AddScoped<SearchTitles>()
        .AddSingleton<NewestThreads>().AddSingleton<Views>().AddSingleton<IJob>(p => p.GetRequiredService<Views>());
}
