using ForumEngine.Addresses;
using ForumEngine.Permissions;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What the pages against spam show of the town.</summary>
internal static class AntiSpam
{
    public static async Task FillAsync(Site site)
    {
        await BanAsync(site, new NewAddressBan("203.0.113.0/24", AddressScope.Writing, "30", "成批注册的广告号，办证刻章"));
        await BanAsync(site, new NewAddressBan("2001:db8:7:1::/64", AddressScope.Visiting, "0", "扫描漏洞"));
        await BanAsync(site, new NewAddressBan("198.51.100.23", AddressScope.Registering, "7", "同一人反复注册小号"));
        Assert.Null(await site.Use<ChangeMailDomains, Refusal?>(u => u.RunAsync(site.System, new MailDomainTexts("mailinator.example\ntrash*.example.net", "school.example.cn"), default)));
    }

    private static async Task BanAsync(Site site, NewAddressBan ban) =>
        Assert.Null((await site.Use<BanAddress, Outcome<int>>(u => u.RunAsync(site.System, ban, default))).Refusal);
}
