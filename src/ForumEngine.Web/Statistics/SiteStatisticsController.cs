using ForumEngine.Statistics;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Statistics;

/// <summary>The site in figures, for those to whom the setting shows it.</summary>
[Access(Audience.Everyone)]
public sealed class SiteStatisticsController(SiteStatistics statistics) : ForumController
{
    [HttpGet("/statistics")]
    public async Task<IActionResult> Index(int days)
    {
        var found = await statistics.ReadAsync(Viewer, days, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Statistics", found.Value);
    }
}

/// <summary>Charts of some days with the table that they are drawn from. <paramref name="Path"/> is the page they are on.</summary>
public sealed record TrendView(IReadOnlyList<TrendDay> Days, string Path, bool WithStaff);
