using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Accounts;

/// <summary>The second factor: put on, its recovery codes, taken off; below it one's sign-ins.</summary>
[Access(Audience.Members), StaysOpen, Route("account/settings/security")]
public sealed class SecurityController(ForumDb db, EndSession sessions, EnrolSecondFactor enrol, ChangeSecondFactor change, HalfSignIn notes, SiteAddress address) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Show() => View("Security", await PageAsync(notes.TakeCodes(HttpContext, Viewer.MemberId)));

    [HttpPost("begin")]
    public async Task<IActionResult> Begin([FromForm] SecurityForm form) =>
        await enrol.BeginAsync(Viewer, form.CurrentPassword ?? "", Cancel) is { } refusal ? await AgainAsync(refusal) : Done();

    [HttpPost("confirm")]
    public async Task<IActionResult> Confirm([FromForm] SecurityForm form)
    {
        var outcome = await enrol.ConfirmAsync(Viewer, form.Code ?? "", address.For(Request), Cancel);
        if (outcome.Refusal is { } refusal) return await AgainAsync(refusal);
        await MemberSession.RenewAsync(HttpContext, outcome.Value.Member);
        return Done(outcome.Value);
    }

    [HttpPost("codes")]
    public async Task<IActionResult> Codes([FromForm] SecurityForm form)
    {
        var outcome = await change.RenewCodesAsync(Viewer, form.CurrentPassword ?? "", form.Code ?? "", address.For(Request), Cancel);
        return outcome.Refusal is { } refusal ? await AgainAsync(refusal) : Done(outcome.Value);
    }

    [HttpPost("off")]
    public async Task<IActionResult> TurnOff([FromForm] SecurityForm form)
    {
        var outcome = await change.TurnOffAsync(Viewer, form.CurrentPassword ?? "", form.Code ?? "", address.For(Request), Cancel);
        if (outcome.Refusal is { } refusal) return await AgainAsync(refusal);
        await MemberSession.RenewAsync(HttpContext, outcome.Value);
        return Done();
    }

    private IActionResult Done(Enrolled? enrolled = null)
    {
        if (enrolled is not null) notes.KeepCodes(HttpContext, enrolled.Member.Id, enrolled.Codes);
        return SeeOther("/account/settings/security");
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal) => FormAgain(refusal, "Security", await PageAsync(null));

    private async Task<SecurityPage> PageAsync(IReadOnlyList<string>? codes) => new(
        await db.Members.AnyAsync(m => m.Id == Viewer.MemberId && m.TwoFactorEnabled, Cancel),
        await db.RecoveryCodes.CountAsync(c => c.MemberId == Viewer.MemberId, Cancel), await enrol.FindAsync(Viewer, Cancel), codes,
        await sessions.ListAsync(Viewer, Cancel));
}

/// <summary>Whether there is a second factor; the secret that waits for its first code; codes to be shown this once.</summary>
public sealed record SecurityPage(bool IsOn, int CodesLeft, SecretToEnrol? Secret, IReadOnlyList<string>? Codes, IReadOnlyList<Session> Sessions)
{
    public string? CurrentPassword => null;
    public string? Code => null;
}

/// <summary>Fields of the forms of /account/settings/security.</summary>
public sealed class SecurityForm
{
    public string? CurrentPassword { get; set; }
    public string? Code { get; set; }
}
