using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>Two lists that staff's forms choose from: usual reasons, and categories of reports. Each line is a form.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Reports)]
public sealed class AdminReasonsController(CannedReasons reasons, SaveReason saveReason, ReportCategories categories, SaveCategory saveCategory) : ForumController
{
    [HttpGet("/admin/reasons")]
    public async Task<IActionResult> Reasons() => View(await ReasonsPageAsync(null));

    [HttpPost("/admin/reasons")]
    public async Task<IActionResult> SaveReason(ListForm form)
    {
        var refusal = form.Position() is { } position
            ? await saveReason.RunAsync(Viewer, new ReasonDraft(Typed.Number(form.Id), form.Text ?? "", form.TextEn ?? "", position, form.Flag), Cancel)
            : ListForm.NotANumber("Position");
        return refusal is null ? SeeOther("/admin/reasons") : FormAgain(refusal, "Reasons", await ReasonsPageAsync(form));
    }

    [HttpPost("/admin/reasons/{id:int}/delete")]
    public async Task<IActionResult> DeleteReason(int id) =>
        await saveReason.DeleteAsync(Viewer, id, Cancel) is { } refused ? Refused(refused) : SeeOther("/admin/reasons");

    [HttpGet("/admin/report-categories")]
    public async Task<IActionResult> Categories() => View(await CategoriesPageAsync(null));

    [HttpPost("/admin/report-categories")]
    public async Task<IActionResult> SaveCategory(ListForm form)
    {
        var refusal = form.Position() is not { } position ? ListForm.NotANumber("Position")
            : Typed.Number(form.DueHours) is not { } hours ? ListForm.NotANumber("DueHours")
            : await saveCategory.RunAsync(Viewer, new CategoryDraft(Typed.Number(form.Id), form.Text ?? "", form.TextEn ?? "", position, hours, form.Flag, form.IsRetired), Cancel);
        return refusal is null ? SeeOther("/admin/report-categories") : FormAgain(refusal, "Categories", await CategoriesPageAsync(form));
    }

    private async Task<ReasonsPage> ReasonsPageAsync(ListForm? form) => new((await reasons.CurrentAsync(Cancel)).All, form);

    private async Task<CategoriesPage> CategoriesPageAsync(ListForm? form) => new([.. (await categories.CurrentAsync(Cancel)).All], form);
}

/// <summary>A line of either list, as typed.</summary>
public sealed class ListForm
{
    public string? Id { get; set; }
    public string? Text { get; set; }
    public string? TextEn { get; set; }
    public string? Place { get; set; }
    public string? DueHours { get; set; }

    /// <summary>Praise, or "needs words".</summary>
    public bool Flag { get; set; }

    public bool IsRetired { get; set; }

    public int? Position() => Typed.Number(Place);

    public static Refusal NotANumber(string field) => Refusal.Invalid(field, "NumberOutOfRange", 0, 999);
}

/// <summary><paramref name="Form"/> is the line that was refused.</summary>
public sealed record ReasonsPage(IReadOnlyList<CannedReason> Reasons, ListForm? Form);

/// <inheritdoc cref="ReasonsPage"/>
public sealed record CategoriesPage(IReadOnlyList<CaseCategory> Categories, ListForm? Form);
