using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Groups;

/// <summary>Begins and ends looking at the site as a group.</summary>
public sealed class SimulationController(Simulation simulation, BeginSimulation begin) : ForumController
{
    [HttpPost("/admin/groups/{id:int}/simulate"), Access(Audience.Administrators), AdminPage(AdminPage.Groups)]
    public async Task<IActionResult> Begin(int id)
    {
        if (await begin.RunAsync(Viewer, id, Cancel) is { } refused) return Refused(refused);
        simulation.Begin(HttpContext, Viewer, id);
        return SeeOther("/");
    }

    [HttpPost(Simulation.ExitPath), Access(Audience.EvenBlocked), StaysOpen]
    public IActionResult End()
    {
        simulation.End(HttpContext);
        return SeeOther("/admin/groups");
    }
}
