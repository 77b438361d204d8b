using ForumEngine.Jobs;
using ForumEngine.Posts;
using ForumEngine.Threads;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Staff;

/// <summary>What staff do to threads and posts, and the log of it.</summary>
public static class StaffFeature
{
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddScoped<ThreadDesk>().AddScoped<PostDesk>()
        .AddScoped<DeleteThread>().AddScoped<RestoreThread>()
        .AddScoped<DeletePost>().AddScoped<RestorePost>()
        .AddScoped<LogSearch>().AddScoped<DeskFigures>().AddSingleton<DeskPresence>()
        .AddSingleton<CannedReasons>().AddScoped<SaveReason>().AddScoped<Dossiers>().AddScoped<SaveNote>().AddScoped<LookUpAlts>().AddScoped<WorkPage>().AddSingleton<IJob, FoldWork>()
        .AddSingleton<TrimLog>().AddSingleton<IJob>(p => p.GetRequiredService<TrimLog>());
}
