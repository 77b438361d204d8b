using ForumEngine.Overview;
using ForumEngine.Statistics;
using ForumEngine.Web.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Overview;

public sealed class StatisticsPagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, EveryDatabase]
    public async Task The_overview_and_the_statistics_cost_few_queries(Db db)
    {
        await using var site = await Site.StartAsync(db);
        await FillAsync(site, 4);
        using var founder = await site.FounderAsync();
        var overview = await founder.WarmAsync("/admin?days=365");
        Assert.InRange(overview.Queries, 0, 4);
        Assert.Equal(365, overview.Html.QuerySelectorAll("table[data-trend] tbody tr").Length);
        Assert.Equal(6, overview.Html.QuerySelectorAll("table[data-trend] thead th").Length);
        using var guest = site.Visitor();
        var page = await guest.WarmAsync("/statistics");
        Assert.InRange(page.Queries, 0, 4);
        Assert.Equal(30, page.Html.QuerySelectorAll("table[data-trend] tbody tr").Length);
        Assert.Contains("Lively", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await guest.GetAsync("/")).Html.QuerySelector(".stats a[href='/statistics']"));
        await site.SetAsync("Reading.Statistics", "nobody");
        (await guest.GetAsync("/statistics")).Is(404);
        Assert.Null((await guest.GetAsync("/")).Html.QuerySelector(".stats a[href='/statistics']"));
        await site.SetAsync("Reading.Statistics", "members");
        (await guest.GetAsync("/statistics")).Is(302);
    }

    [Fact]
    public async Task Charts_are_drawn_in_both_schemes_and_tell_the_day_under_the_pointer()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await FillAsync(site, 12);
        await using var tab = await chromium.OpenAsync(site, Screen.Desktop, language: "en");
        await tab.Page.GotoAsync("/statistics");
        await Assertions.Expect(tab.Page.Locator(".chart canvas")).ToHaveCountAsync(3);
        await Assertions.Expect(tab.Page.Locator("[data-chart='1 2'] .key b").First).ToHaveTextAsync("12");
        var box = (await tab.Page.Locator("[data-chart='1 2'] .u-over").BoundingBoxAsync())!;
        await tab.Page.Mouse.MoveAsync(box.X + box.Width - 4, box.Y + box.Height / 2);
        await Assertions.Expect(tab.Page.Locator("[data-chart='1 2'] .key b").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(": 12$"));
        await tab.Page.Mouse.MoveAsync(5, 5);
        await Assertions.Expect(tab.Page.Locator("[data-chart='1 2'] .key b").First).ToHaveTextAsync("12");
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(tab.Page.Locator(".chart canvas")).ToHaveCountAsync(3);
        tab.HasNoComplaints();
    }

    private static async Task FillAsync(Site site, int posts)
    {
        var board = await site.BoardAsync("Lively");
        await site.Rows(r => r.BoardStats.Where(s => s.BoardId == board.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Posts, posts)));
        var today = site.Now.DayIn(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        await site.Rows(async r =>
        {
            await SiteDays.AddAsync(r, today, posts, 1, 1, default);
            return 0;
        });
    }

    [Fact]
    public async Task Every_oddity_has_its_words()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var text = site.Service<Microsoft.Extensions.Localization.IStringLocalizer<ForumEngine.Web.Admin.AdminText>>();
        Expect.None(Enum.GetNames<OddityKind>().SelectMany(k => new[] { $"Odd_{k}", $"Odd_{k}Do" }).Where(key => text[key].ResourceNotFound));
    }
}
