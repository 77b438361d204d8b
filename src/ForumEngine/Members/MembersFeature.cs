using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Members;

/// <summary>Accounts as administrators see and change them; what members do with their own is in Accounts.</summary>
public static class MembersFeature
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddScoped<MemberSearch>().AddScoped<ChangeMember>().AddScoped<ChangeFurtherGroups>().AddScoped<MemberDoor>().AddScoped<NameFounder>().AddScoped<SaveAdminRole>().AddScoped<GiveAdminRole>()
        .AddSingleton<IOutboxHandler, CarryName>();
}
