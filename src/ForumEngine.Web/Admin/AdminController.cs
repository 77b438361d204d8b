using ForumEngine.Overview;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Statistics;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>The panel's front door: what waits, what is odd, how the days went.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Overview), Route("admin")]
public sealed class AdminController(DeskPulses pulses, SiteState state, Trend trend, Figures figures, OnlineNow online) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index(int days) => View(new OverviewPage(
        (await pulses.ReadAsync(Viewer, null, BoxScope.Everywhere, Cancel)).Boxes, await state.ReadAsync(Cancel),
        await trend.ReadAsync(Viewer.Now, days, withStaff: true, Cancel), await figures.CurrentAsync(Cancel), await online.CurrentAsync(Cancel)));
}

public sealed record OverviewPage(IReadOnlyList<(string Key, BoxCount Count)> Boxes, SiteFacts Facts, IReadOnlyList<TrendDay> Trend, SiteFigures Figures, Online Online);
