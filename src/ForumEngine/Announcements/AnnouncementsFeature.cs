using ForumEngine.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Announcements;

/// <summary>Announcements.</summary>
public static class AnnouncementsFeature
{
    public static void AddAnnouncements(this IServiceCollection services) => services.AddKept<Announcement>().AddSingleton<AnnouncementLine>();
}
