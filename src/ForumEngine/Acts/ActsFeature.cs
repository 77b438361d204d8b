using ForumEngine.Jobs;
using ForumEngine.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Acts;

/// <summary>What staff do to threads and posts: acts with records, that end by themselves and can be undone.</summary>
public static class ActsFeature
{
    public static void AddActs(this IServiceCollection services) => services
        .AddKept<Stamp>().AddScoped<IKeptFollower<Stamp>, KeepStampNumber>().AddSingleton<StampSets>().AddScoped<OnThread>().AddScoped<OnPost>().AddScoped<ActOnThreads>().AddScoped<ActOnPosts>()
        .AddScoped<MoveThread>().AddScoped<RemoveStubs>().AddScoped<CopyThread>().AddScoped<MergeThreads>().AddScoped<SplitThread>()
        .AddScoped<UndoAct>().AddScoped<LastActs>().AddScoped<QuotesInReach>().AddScoped<ChosenThreads>().AddScoped<ChosenPosts>().AddScoped<SeeAddress>().AddScoped<RecordsQuery>().AddSingleton<EndActs>().AddSingleton<IJob>(p => p.GetRequiredService<EndActs>());
}
