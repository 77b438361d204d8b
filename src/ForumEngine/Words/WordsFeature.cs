using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Words;

/// <summary>The word filter and its list.</summary>
public static class WordsFeature
{
    public static IServiceCollection AddWords(this IServiceCollection services) => services
        .AddSingleton<WordFilter>().AddSingleton<WordHits>().AddSingleton<IJob>(s => s.GetRequiredService<WordHits>())
        .AddSingleton<CheckWords>().AddScoped<FlagWords>().AddScoped<SaveWord>().AddScoped<ChangeWords>().AddScoped<ImportWords>().AddScoped<WordsQuery>();
}
