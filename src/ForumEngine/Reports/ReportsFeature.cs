using ForumEngine.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Reports;

/// <summary>Reports of posts and profiles, complaints, and what staff decide on them.</summary>
public static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportCategories>().AddScoped<WriteReport>().AddScoped<ReportPost>().AddScoped<FlagPost>()
        .AddScoped<ReportMember>().AddScoped<CloseReport>().AddScoped<CloseMail>().AddScoped<DecideCase>().AddScoped<CaseRemedies>().AddScoped<TakeCase>().AddScoped<CommentOnCase>()
        .AddScoped<SendComplaint>().AddScoped<FindComplaint>().AddScoped<SaveCategory>().AddScoped<ReportDesk>().AddScoped<CaseFile>().AddScoped<IDeskBox, ReportsBox>();
}
