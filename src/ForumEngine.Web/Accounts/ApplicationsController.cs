using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>One registration on the desk; after the decision the list.</summary>
[Access(Audience.Staff), Route("desk/applications/{id:int}")]
public sealed class ApplicationsController(DecideApplication decide) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Show(int id) =>
        await decide.FindAsync(Viewer, id, Cancel) is { } found ? View("Application", new ApplicationPage(found, "")) : Refused(Refusal.NotFound);

    [HttpPost]
    public async Task<IActionResult> Decide(int id, ApplicationForm form)
    {
        if (await decide.FindAsync(Viewer, id, Cancel) is not { } found) return Refused(Refusal.NotFound);
        var page = new ApplicationPage(found, form.Reason ?? "");
        if (form.Decision is not ("approve" or "refuse")) return FormAgain(Refusal.Invalid("Decision", "ReportOutcomeMissing"), "Application", page);
        var refusal = await decide.RunAsync(Viewer, id, form.Decision == "approve", form.Reason ?? "", Cancel);
        return refusal is null ? SeeOther("/desk/applications") : FormAgain(refusal, "Application", page);
    }
}

/// <summary>The fields of /desk/applications/{id}.</summary>
public sealed class ApplicationForm
{
    /// <summary>"approve" or "refuse".</summary>
    public string? Decision { get; set; }

    public string? Reason { get; set; }
}

public sealed record ApplicationPage(ApplicationOnDesk On, string Reason);
