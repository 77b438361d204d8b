using ForumEngine.Groups;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Groups;

/// <summary>Begins and ends looking at the site as a group.</summary>
public sealed class SimulationController(Simulation simulation, GroupSets groups, ForumDb db) : ForumController
{
    [HttpPost("/admin/groups/{id:int}/simulate"), Access(Audience.Administrators)]
    public async Task<IActionResult> Begin(int id)
    {
        var group = (await groups.CurrentAsync(Cancel)).Find(id);
        if (Simulation.WhyNot(Viewer, group) is { } refused) return Refused(refused);
        db.Log(Viewer, "group.simulate", details: $$"""{"id":{{id}}}""");
        await db.SaveChangesAsync(Cancel);
        simulation.Begin(HttpContext, Viewer, id);
        return SeeOther("/");
    }

    [HttpPost(Simulation.ExitPath), Access(Audience.EvenBlocked)]
    public IActionResult End()
    {
        simulation.End(HttpContext);
        return SeeOther("/admin/groups");
    }
}
