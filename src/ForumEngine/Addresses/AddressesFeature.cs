using ForumEngine.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Addresses;

/// <summary>Banned addresses, and the e-mail domains that may register.</summary>
public static class AddressesFeature
{
    public static IServiceCollection AddAddresses(this IServiceCollection services) => services
        .AddSingleton<AddressBans>().AddSingleton<AddressHits>().AddSingleton<IJob>(s => s.GetRequiredService<AddressHits>())
        .AddScoped<StaffAddresses>().AddScoped<BanAddress>().AddScoped<UnbanAddress>().AddScoped<AddressDesk>()
        .AddSingleton<MailDomains>().AddScoped<ChangeMailDomains>();
}
