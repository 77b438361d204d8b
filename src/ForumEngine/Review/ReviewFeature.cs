using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Review;

/// <summary>先审后发: policies, what waits, and who decides.</summary>
public static class ReviewFeature
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<ReviewPolicies>().AddScoped<ReviewGate>().AddScoped<HoldPost>().AddScoped<SavePolicy>()
        .AddScoped<ReviewDesk>().AddScoped<Staff.IDeskBox, ReviewBox>().AddScoped<PendingPageQuery>().AddScoped<PendingFiles>().AddScoped<ApprovePending>().AddScoped<RejectPending>().AddScoped<OwnPending>()
        .AddScoped<StartDryRun>().AddSingleton<RunDryRuns>().AddSingleton<IJob>(s => s.GetRequiredService<RunDryRuns>()).AddSingleton<IJob, PurgeRejected>();
}
