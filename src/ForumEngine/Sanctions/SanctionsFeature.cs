using ForumEngine.Jobs;
using ForumEngine.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Sanctions;

/// <summary>Muting, blocking and locking members, lifting it, and the darkroom.</summary>
public static class SanctionsFeature
{
    public static IServiceCollection AddSanctions(this IServiceCollection services) => services
        .AddSingleton<SanctionBell>().AddSingleton<SiteRules>()
        .AddScoped<CleanUpSearch>().AddScoped<CleanUpMember>().AddSingleton<IOutboxHandler, CleanUpSteps>()
        .AddSingleton<LinkBar>().AddScoped<Evidence>().AddScoped<SanctionMember>().AddScoped<IssueSanction>().AddScoped<LiftSanction>().AddScoped<DarkroomPage>()
        .AddScoped<AppealSanction>().AddScoped<AppealPage>().AddScoped<IDeskBox, AppealsBox>().AddScoped<DecideAppeal>().AddScoped<StaffWhoMay>().AddScoped<ChangePublicity>()
        .AddScoped<SanctionTimeline>().AddScoped<EvidenceShow>().AddSingleton<DarkroomFigures>()
        .AddScoped<SaveRule>().AddScoped<ArrangeRules>();
}
