using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Drafts;

/// <summary>Texts that aren't posted yet, kept on the server (features.md A3, Drafts).</summary>
public static class DraftsFeature
{
    public static void AddDrafts(this IServiceCollection services) => services
        .AddScoped<SaveDraft>().AddScoped<FindDraft>().AddScoped<DiscardDraft>().AddScoped<DraftList>();
}
