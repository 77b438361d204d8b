using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Warnings;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Warnings;

/// <summary>The ladder: how many warnings bring which sanction.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Warnings), Route("admin/warnings")]
public sealed class AdminWarningsController(WarningSteps steps, ChangeWarningSteps change) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Ladder", await FormAsync(new StepForm { CountsWarnings = true, Kind = nameof(SanctionKind.Mute), WithinDays = "30" }));

    [HttpPost]
    public Task<IActionResult> Add([FromForm] StepForm form) => SaveAsync(null, form);

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id) => (await steps.CurrentAsync(Cancel)).FirstOrDefault(s => s.Id == id) is { } step
        ? View("Step", StepForm.Of(step)) : Refused(Refusal.NotFound);

    [HttpPost("{id:int}")]
    public Task<IActionResult> Change(int id, [FromForm] StepForm form) => SaveAsync(id, form);

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id) => await change.DeleteAsync(Viewer, id, Cancel) is { } refusal ? Refused(refusal) : SeeOther("/admin/warnings");

    private async Task<IActionResult> SaveAsync(int? id, StepForm form)
    {
        form.Id = id;
        if (await change.SaveAsync(Viewer, id, form.Read(), Cancel) is not { } refusal) return SeeOther("/admin/warnings");
        return FormAgain(refusal, id is null ? "Ladder" : "Step", await FormAsync(form));
    }

    private async Task<StepForm> FormAsync(StepForm form)
    {
        form.Steps = await steps.CurrentAsync(Cancel);
        return form;
    }
}

/// <summary>The fields of a step, as typed, with the ladder they belong to.</summary>
public sealed class StepForm
{
    [BindNever]
    public int? Id { get; set; }

    [BindNever]
    public IReadOnlyList<WarningStep> Steps { get; set; } = [];

    public string? Threshold { get; set; }
    public bool CountsWarnings { get; set; }
    public string? WithinDays { get; set; }
    public string? Kind { get; set; }
    public string? SanctionDays { get; set; }
    public bool InBoard { get; set; }

    public static StepForm Of(WarningStep step) => new()
    {
        Id = step.Id,
        Threshold = $"{step.Threshold}",
        CountsWarnings = step.CountsWarnings,
        WithinDays = $"{step.WithinDays}",
        Kind = $"{step.Kind}",
        SanctionDays = $"{step.SanctionDays}",
        InBoard = step.InBoard,
    };

    /// <summary>An unknown kind is one that doesn't exist; the use case refuses it.</summary>
    public StepDraft Read() => new(Threshold, CountsWarnings, WithinDays, Enum.TryParse<SanctionKind>(Kind, true, out var kind) ? kind : 0, SanctionDays, InBoard);
}
