using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Sanctions;

/// <summary>The decision on an appeal; the desk lists those that wait (<see cref="AppealsBox"/>).</summary>
[Access(Audience.Staff), Route("desk/appeals")]
public sealed class DeskAppealsController(DecideAppeal decide, DarkroomPage darkroom, EvidenceShow evidence, SanctionTimeline timeline) : ForumController
{
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) => await PageAsync(id, new DecisionForm()) is { } page ? View("Decide", page) : Refused(Refusal.NotFound);

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Decide(int id, DecisionForm form)
    {
        if (await PageAsync(id, form) is not { } page) return Refused(Refusal.NotFound);
        var decision = new AppealDecision(DarkroomQuery.Word<AppealState>(form.Outcome) ?? AppealState.None, form.Answer ?? "", form.Days, form.EndsAt);
        var refusal = await decide.RunAsync(Viewer, id, decision, Cancel);
        return refusal is null ? SeeOther($"/darkroom/{page.Row.Id}") : FormAgain(refusal, "Decide", page);
    }

    private async Task<DecisionPage?> PageAsync(int id, DecisionForm form)
    {
        var found = await decide.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is not null) return null;
        var row = await darkroom.FindAsync(Viewer, found.Value.Sanction.Id, Cancel);
        if (row.Refusal is not null) return null;
        return new DecisionPage(found.Value, row.Value, await evidence.OfAsync(Viewer, row.Value, Cancel), (await timeline.OfAsync([row.Value], Cancel))[row.Value.Id].ToList(), form);
    }
}

/// <summary>The fields of the decision, as typed.</summary>
public sealed class DecisionForm
{
    public string? Outcome { get; set; }
    public string? Answer { get; set; }
    public string? Days { get; set; }
    public string? EndsAt { get; set; }
}

/// <summary>An appeal with all that the decision needs to see.</summary>
public sealed record DecisionPage(AppealOnDesk On, DarkroomRow Row, EvidenceList Evidence, IReadOnlyList<TimelineLine> Timeline, DecisionForm Form);
