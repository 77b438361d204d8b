using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Sanctions;

/// <summary>Giving and lifting sanctions, from the moderators' desk.</summary>
[Access(Audience.Staff)]
public sealed class DeskSanctionsController(SanctionMember sanction, LiftSanction lift, DarkroomPage darkroom) : ForumController
{
    [HttpGet("/desk/sanctions/new")]
    public IActionResult New(string? userName, string? boardId, string? evidencePostIds) =>
        View(new SanctionForm { UserName = userName, BoardId = boardId, EvidencePostIds = evidencePostIds, Kind = "mute", Days = "3" });

    [HttpPost("/desk/sanctions/new")]
    public async Task<IActionResult> Create(SanctionForm form)
    {
        if (!ModelState.IsValid) return FormAgain(Refusal.Invalid("", "BadRequest"), "New", form);
        var wish = form.Read();
        if (wish.Refusal is { } unreadable) return FormAgain(unreadable, "New", form);
        var issued = await sanction.RunAsync(Viewer, wish.Value, Cancel);
        return issued.Refusal is { } refusal ? FormAgain(refusal, "New", form) : SeeOther($"/darkroom/{issued.Value}");
    }

    [HttpGet("/desk/sanctions/{id:int}/lift")]
    public async Task<IActionResult> Lift(int id)
    {
        if ((await lift.FindAsync(Viewer, id, Cancel)).Refusal is { } refusal) return Refused(refusal);
        var row = await darkroom.FindAsync(Viewer, id, Cancel);
        return row.Refusal is { } missing ? Refused(missing) : View(new LiftForm(row.Value, ""));
    }

    [HttpPost("/desk/sanctions/{id:int}/lift")]
    public async Task<IActionResult> Lift(int id, string? reason)
    {
        if (await lift.RunAsync(Viewer, id, reason ?? "", Cancel) is not { } refusal) return SeeOther($"/darkroom/{id}");
        if (refusal.Kind != RefusalKind.Invalid) return Refused(refusal);
        return FormAgain(refusal, "Lift", new LiftForm((await darkroom.FindAsync(Viewer, id, Cancel)).Value, reason ?? ""));
    }
}
