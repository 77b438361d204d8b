using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Avatars;

/// <summary>Members' pictures of themselves.</summary>
public static class AvatarsFeature
{
    public static IServiceCollection AddAvatars(this IServiceCollection services) => services
        .AddSingleton<AvatarFiles>().AddScoped<SetAvatar>().AddScoped<RemoveAvatar>().AddSingleton<IOutboxHandler, SettleAvatar>();
}
