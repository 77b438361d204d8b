using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>A member as staff know them, with their notes.</summary>
[Access(Audience.Staff), Route("desk/members/{id:int}")]
public sealed class DossierController(Dossiers dossiers, SaveNote save, LookUpAlts alts, ReportCategories categories) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Show(int id) =>
        await PageAsync(id, new NoteForm()) is { } page ? View("Dossier", page) : Refused(Refusal.NotFound);

    [HttpPost("notes")]
    public async Task<IActionResult> Add(int id, NoteForm form) => await AnsweredAsync(id, form, form.Read() is { } draft ? await save.AddAsync(Viewer, id, draft, Cancel) : NoteForm.Wrong);

    [HttpPost("notes/{note:long}")]
    public async Task<IActionResult> Change(int id, long note, NoteForm form)
    {
        form.Id = note;
        return await AnsweredAsync(id, form, form.Read() is { } draft ? await save.ChangeAsync(Viewer, id, note, draft, Cancel) : NoteForm.Wrong);
    }

    [HttpPost("notes/{note:long}/delete")]
    public async Task<IActionResult> Delete(int id, long note) =>
        await save.DeleteAsync(Viewer, id, note, Cancel) is { } refused ? Refused(refused) : SeeOther($"/desk/members/{id}#notes");

    [HttpGet("alts")]
    public async Task<IActionResult> Alts(int id)
    {
        var seen = await alts.OpenAsync(Viewer, id, Cancel);
        return seen.Refusal is { } refused ? Refused(refused) : View(new AltsPage(seen.Value, ""));
    }

    [HttpPost("alts")]
    public async Task<IActionResult> Ask(int id, AltsForm form)
    {
        var seen = await alts.OpenAsync(Viewer, id, Cancel);
        if (seen.Refusal is { } missing) return Refused(missing);
        var refusal = await alts.RunAsync(Viewer, id, form.Names == "true", form.Reason ?? "", Cancel);
        return refusal is null ? SeeOther($"/desk/members/{id}/alts") : FormAgain(refusal, "Alts", new AltsPage(seen.Value, form.Reason ?? ""));
    }

    private async Task<IActionResult> AnsweredAsync(int id, NoteForm form, Refusal? refusal)
    {
        if (refusal is null) return SeeOther($"/desk/members/{id}#notes");
        return await PageAsync(id, form) is { } page ? FormAgain(refusal, "Dossier", page) : Refused(Refusal.NotFound);
    }

    private async Task<DossierPage?> PageAsync(int id, NoteForm form) =>
        await dossiers.FindAsync(Viewer, id, Cancel) is { } dossier ? new DossierPage(dossier, await categories.CurrentAsync(Cancel), form) : null;
}

/// <summary>The fields of a note, as typed.</summary>
public sealed class NoteForm
{
    public static readonly Refusal Wrong = Refusal.Invalid("Days", "NumberOutOfRange", 0, StaffNote.MaxDays);

    /// <summary>The note that is changed; null for a new one.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public long? Id { get; set; }

    public string? Text { get; set; }

    /// <summary>1 moderators, 2 super moderators, 3 administrators.</summary>
    public string? Audience { get; set; }

    public string? Days { get; set; }

    public NoteDraft? Read() => int.TryParse(Days is { Length: > 0 } ? Days : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && int.TryParse(Audience ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var audience) ? new NoteDraft(Text ?? "", (Rank)audience, days) : null;
}

public sealed class AltsForm
{
    public string? Reason { get; set; }
    public string? Names { get; set; }
}

public sealed record DossierPage(Dossier Dossier, CategorySet Categories, NoteForm Form);

public sealed record AltsPage(AltsSeen Seen, string Reason);
