using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>Who of the staff did how much, by week or by day.</summary>
[Access(Audience.Staff)]
public sealed class StatisticsController(WorkPage work) : ForumController
{
    [HttpGet("/desk/statistics")]
    public async Task<IActionResult> Index(string? by)
    {
        var table = await work.ReadAsync(Viewer, by == "day", Cancel);
        return table.Refusal is { } refused ? Refused(refused) : View("Statistics", new WorkView(table.Value, by == "day"));
    }
}

public sealed record WorkView(WorkTable Table, bool ByDay);
