using ForumEngine.Accounts;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Accounts;

[Access(Audience.Members), Route("account/settings")]
public sealed class SettingsController(
    ForumDb db, ChangeChoices choices, ChangePassword password, RequestEmailChange email, SiteAddress address) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Settings() => View("Settings", await db.Members.Where(m => m.Id == Viewer.MemberId)
        .Select(m => new ChoicesForm { Language = m.Language, TimeZone = m.TimeZone, Theme = m.Theme, Bio = m.Bio, Location = m.Location })
        .SingleAsync(Cancel));

    [HttpPost]
    public async Task<IActionResult> Settings([FromForm] ChoicesForm form)
    {
        if (!ModelState.IsValid) return FormAgain("Settings", form);
        var chosen = new Choices(form.Language ?? "", form.TimeZone ?? "", form.Theme ?? "", form.Bio ?? "", form.Location ?? "");
        var problems = await choices.RunAsync(Viewer, chosen, Cancel);
        return problems.Count > 0 ? FormAgain(problems, "Settings", form) : SeeOther("/account/settings?saved=1");
    }

    [HttpGet("password")]
    public IActionResult Password() => View("Password", new PasswordForm());

    [HttpPost("password")]
    public async Task<IActionResult> Password([FromForm] PasswordForm form)
    {
        if (!ModelState.IsValid) return FormAgain("Password", form);
        var outcome = await password.RunAsync(Viewer, form.CurrentPassword ?? "", form.Password ?? "", form.ConfirmPassword ?? "", address.For(Request), Cancel);
        if (outcome.Refusal is { } refusal) return FormAgain(refusal, "Password", form);
        await MemberSession.RenewAsync(HttpContext, outcome.Value);
        return SeeOther("/account/settings/password?saved=1");
    }

    [HttpGet("email")]
    public async Task<IActionResult> Email()
    {
        await TellAddressAsync();
        return View("Email", new EmailForm());
    }

    [HttpPost("email")]
    public async Task<IActionResult> Email([FromForm] EmailForm form)
    {
        await TellAddressAsync();
        if (!ModelState.IsValid) return FormAgain("Email", form);
        var refusal = await email.RunAsync(Viewer, form.Email ?? "", form.CurrentPassword ?? "", address.For(Request), Cancel);
        return refusal is null ? SeeOther("/account/settings/email?sent=1") : FormAgain(refusal, "Email", form);
    }

    private async Task TellAddressAsync() => ViewData["Address"] = await db.Members.Where(m => m.Id == Viewer.MemberId)
        .Select(m => new OwnAddress(m.Email, m.EmailConfirmed)).SingleAsync(Cancel);
}

/// <summary>The address as its owner sees it.</summary>
public sealed record OwnAddress(string? Email, bool IsConfirmed);
