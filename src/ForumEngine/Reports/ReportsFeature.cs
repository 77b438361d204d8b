using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Reports;

/// <summary>Reports of posts and what staff decide on them.</summary>
public static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<ReportPost>().AddScoped<CloseReport>().AddScoped<ReportDesk>();
}
