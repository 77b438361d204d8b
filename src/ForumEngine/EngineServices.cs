using ForumEngine.Accounts;
using ForumEngine.Acts;
using ForumEngine.Addresses;
using ForumEngine.Announcements;
using ForumEngine.Attachments;
using ForumEngine.Avatars;
using ForumEngine.Backups;
using ForumEngine.Boards;
using ForumEngine.Checks;
using ForumEngine.Cleaning;
using ForumEngine.Codes;
using ForumEngine.Drafts;
using ForumEngine.Feeds;
using ForumEngine.Flood;
using ForumEngine.Groups;
using ForumEngine.Jobs;
using ForumEngine.Legal;
using ForumEngine.Likes;
using ForumEngine.Links;
using ForumEngine.Look;
using ForumEngine.Mail;
using ForumEngine.Members;
using ForumEngine.MyPosts;
using ForumEngine.Notices;
using ForumEngine.Overview;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;
using ForumEngine.RecycleBin;
using ForumEngine.Reports;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Scheduling;
using ForumEngine.Settings;
using ForumEngine.Setup;
using ForumEngine.Sitemap;
using ForumEngine.Staff;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Tags;
using ForumEngine.Threads;
using ForumEngine.Warnings;
using ForumEngine.Words;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine;

/// <summary>The engine's table of contents: what a host needs, feature by feature.</summary>
public static class EngineServices
{
    public static IServiceCollection AddForumEngine(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddMemoryCache();
        services.AddHybridCache();
        services.AddStorage(database);

        services.AddSingleton<SettingsSource>().AddScoped<ChangeSettings>().AddScoped<SettingHistory>();
        services.AddSingleton<LookImages>().AddScoped<ChangeLookImages>();
        services.AddSingleton<GroupSets>().AddSingleton<Viewers>().AddScoped<Ranks>()
            .AddScoped<SaveGroup>().AddScoped<GroupHistory>().AddScoped<GroupSizes>().AddScoped<BeginSimulation>().AddScoped<SetException>().AddScoped<ExplainAccess>();
        services.AddBoards();
        services.AddThreads();
        services.AddPosts();
        services.AddActs();
        services.AddRecycleBin();
        services.AddDrafts();
        services.AddAttachments().AddAvatars();
        services.AddLikes();
        services.AddCodes();
        services.AddScoped<SitemapThreads>().AddScoped<ThreadFeed>();

        services.AddLinks().AddLegal();
        services.AddAnnouncements();
        services.AddSetup();
        services.AddChecks();
        services.AddSingleton<Outbox>().AddSingleton<OutboxRunner>().AddSingleton<JobFailures>().AddSingleton<SiteState>();
        services.AddSingleton<IOutboxHandler, FoldBoardDeltas>().AddSingleton<IOutboxHandler, CountMembers>().AddSingleton<Figures>();
        services.AddSingleton<Presence>().AddSingleton<OnlineNow>().AddSingleton<IJob, FlushPresence>()
            .AddSingleton<IJob, CountActive>().AddScoped<Trend>().AddScoped<SiteStatistics>();
        services.AddMail();
        services.AddAccounts();
        services.AddWords().AddReview();
        services.AddSanctions().AddReports().AddStaff().AddNotices();
        services.AddMembers().AddAddresses().AddWarnings().AddFlood().AddCleaning();
        services.AddBackups();
        services.AddMyPosts().AddPolls().AddTags().AddScheduling();
        return services;
    }

    /// <summary>The background service; the command line does without it.</summary>
    public static IServiceCollection AddForumJobs(this IServiceCollection services) => services.AddHostedService<JobRunner>();
}
