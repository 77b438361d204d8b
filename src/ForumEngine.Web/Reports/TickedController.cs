using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Reports;

/// <summary>The same for several cases at once: take them, or find nothing against the rules in any.</summary>
[Access(Audience.Staff)]
public sealed class TickedController(TakeCase take, DecideCase decide) : ForumController
{
    public const int Most = 50;

    /// <summary>What somebody else was faster with is left out; the list shows what is left.</summary>
    [HttpPost("/desk/reports/ticked")]
    public async Task<IActionResult> Act(string? act, string? back, [FromForm(Name = "ids")] long[]? ids)
    {
        Refusal? last = null;
        foreach (var id in (ids ?? []).Distinct().Take(Most))
        {
            var refusal = act switch
            {
                "take" => await take.TakeAsync(Viewer, id, Cancel),
                "none" => await decide.RunAsync(Viewer, id, new CaseVerdict(CaseDecision.None, ""), Cancel),
                _ => Refusal.Invalid("act", "BadRequest"),
            };
            if (refusal is not null and not { Kind: RefusalKind.Conflict }) last = refusal;
        }
        return last is not null ? Refused(last) : SeeOther(Url.LocalOr(back, "/desk/reports"));
    }
}
