using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Scheduling;

/// <summary>定时发布: threads that wait for their time.</summary>
public static class SchedulingFeature
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddScoped<ScheduleThread>().AddScoped<FindScheduled>().AddScoped<StopScheduled>().AddScoped<PublishDraft>()
        .AddSingleton<PublishScheduled>().AddSingleton<IJob>(p => p.GetRequiredService<PublishScheduled>());
}
