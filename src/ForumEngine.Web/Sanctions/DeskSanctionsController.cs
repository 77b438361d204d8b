using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Sanctions;

/// <summary>Giving, lifting, hiding and showing sanctions, from the moderators' desk.</summary>
[Access(Audience.Staff)]
public sealed class DeskSanctionsController(SanctionMember sanction, LiftSanction lift, ChangePublicity publicity, DarkroomPage darkroom) : ForumController
{
    [HttpGet("/desk/sanctions/new")]
    public IActionResult New(string? userName, string? boardId, string? evidencePostIds, string? kind, string? ruleId) => View(new SanctionForm(CleanUpChoices.For(DarkroomQuery.Word<SanctionKind>(kind) ?? SanctionKind.Mute).Usual)
    {
        UserName = userName,
        BoardId = boardId,
        EvidencePostIds = evidencePostIds,
        Kind = kind ?? "mute",
        RuleId = ruleId,
        Days = "3",
    });

    /// <summary>The button "preview" only shows what the clean-up would take.</summary>
    [HttpPost("/desk/sanctions/new")]
    public async Task<IActionResult> Create(SanctionForm form)
    {
        if (!ModelState.IsValid) return FormAgain(Refusal.Invalid("", "BadRequest"), "New", form);
        var wish = form.Read();
        if (wish.Refusal is { } unreadable) return FormAgain(unreadable, "New", form);
        if (form.Preview is not null) return await PreviewAsync(form, wish.Value);
        var issued = await sanction.RunAsync(Viewer, wish.Value, Cancel);
        return issued.Refusal is { } refusal ? FormAgain(refusal, "New", form) : SeeOther($"/darkroom/{issued.Value}");
    }

    [HttpGet("/desk/sanctions/{id:int}/lift")]
    public async Task<IActionResult> Lift(int id)
    {
        if ((await lift.FindAsync(Viewer, id, Cancel)).Refusal is { } refusal) return Refused(refusal);
        var row = await darkroom.FindAsync(Viewer, id, Cancel);
        return row.Refusal is { } missing ? Refused(missing) : View(new LiftForm(row.Value, "", await lift.HasCleanUpAsync(id, Cancel)));
    }

    /// <summary>A script that says nothing of <paramref name="restore"/> gets what was cleaned up back.</summary>
    [HttpPost("/desk/sanctions/{id:int}/lift")]
    public async Task<IActionResult> Lift(int id, string? reason, bool restore = true)
    {
        if (await lift.RunAsync(Viewer, id, reason ?? "", Cancel, restore) is not { } refusal) return SeeOther($"/darkroom/{id}");
        if (refusal.Kind != RefusalKind.Invalid) return Refused(refusal);
        return FormAgain(refusal, "Lift", new LiftForm((await darkroom.FindAsync(Viewer, id, Cancel)).Value, reason ?? "", await lift.HasCleanUpAsync(id, Cancel), restore));
    }

    [HttpGet("/desk/sanctions/{id:int}/publicity")]
    public async Task<IActionResult> Publicity(int id)
    {
        if (!await lift.MayHandleAsync(Viewer, id, Cancel)) return Refused(Refusal.NotFound);
        var row = await darkroom.FindAsync(Viewer, id, Cancel);
        return row.Refusal is { } missing ? Refused(missing) : View(new PublicityForm(row.Value, row.Value.PrivateBecause?.ToString(), ""));
    }

    /// <summary><paramref name="because"/> empty shows it to the public.</summary>
    [HttpPost("/desk/sanctions/{id:int}/publicity")]
    public async Task<IActionResult> Publicity(int id, string? because, string? note)
    {
        var reason = DarkroomQuery.Word<PrivacyReason>(because);
        var isPublic = string.IsNullOrWhiteSpace(because);
        if (await publicity.RunAsync(Viewer, id, isPublic, reason, note ?? "", Cancel) is not { } refusal) return SeeOther($"/darkroom/{id}");
        if (refusal.Kind != RefusalKind.Invalid) return Refused(refusal);
        return FormAgain(refusal, "Publicity", new PublicityForm((await darkroom.FindAsync(Viewer, id, Cancel)).Value, because, note ?? ""));
    }

    private async Task<IActionResult> PreviewAsync(SanctionForm form, NewSanction wish)
    {
        var goes = await sanction.PreviewAsync(Viewer, wish, Cancel);
        if (goes.Refusal is { } refusal) return FormAgain(refusal, "New", form);
        form.Goes = goes.Value;
        return View("New", form);
    }
}
