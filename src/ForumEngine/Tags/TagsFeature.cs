using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tags;

/// <summary>Tags of threads, their pages and what staff do with them.</summary>
public static class TagsFeature
{
    public static IServiceCollection AddTags(this IServiceCollection services) => services
        .AddScoped<ResolveTags>().AddScoped<SetTags>().AddScoped<TagListQuery>().AddScoped<TagPageQuery>()
        .AddScoped<TagDesk>().AddScoped<RenameTag>().AddScoped<CloseTag>().AddScoped<MergeTag>()
        .AddSingleton<IOutboxHandler, RewriteTags>();
}
