using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Notices;

/// <summary>The inbox and who is told of what.</summary>
public static class NoticesFeature
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<Inbox>().AddSingleton<IOutboxHandler, NotifyOfPost>();
}
