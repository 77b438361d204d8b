using ForumEngine.Settings;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

public sealed class FindTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Words_leave_the_settings_that_hold_them_and_saving_keeps_the_rest()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Site.Tagline", "as it was");
        using var founder = await site.FounderAsync();
        await using var tab = await chromium.ReadAsync(site, "/admin/site", founder);
        var rows = tab.Page.Locator("[data-setting]:visible");
        var all = await rows.CountAsync();
        await tab.Page.Locator("[data-find]").FillAsync("icp FILING");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(tab.Page.Locator("form > .sec:visible")).ToHaveCountAsync(1);
        await rows.Locator("input[type=text], input:not([type])").FillAsync("A number");
        await tab.Page.Locator("[data-find]").FillAsync("zyzzyva");
        await Assertions.Expect(rows).ToHaveCountAsync(0);
        await tab.Page.Locator("[data-find]").FillAsync("");
        await Assertions.Expect(rows).ToHaveCountAsync(all);
        await tab.Page.Locator(".save button").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("footer")).ToContainTextAsync("A number");
        Assert.Equal("as it was", (await site.Service<SettingsSource>().CurrentAsync(default)).Site.Tagline);
    }
}
