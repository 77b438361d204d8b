using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

[Access(Audience.Everyone), Route("account/register")]
public sealed class RegisterController(RegisterMember register, SettingsSource settings, SiteAddress address) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Form(string? returnUrl, string? invitation)
    {
        if (!Viewer.IsGuest) return LocalRedirect(Url.LocalOr(returnUrl, "/"));
        if ((await settings.CurrentAsync(Cancel)).Registration.Mode == "closed") return Refused(Refusal.Forbidden("RegistrationClosed"));
        return View("Register", new RegisterForm { Invitation = invitation });
    }

    [HttpPost]
    public async Task<IActionResult> Register([FromForm] RegisterForm form, string? returnUrl)
    {
        if (!Viewer.IsGuest) return SeeOther("/");
        if (!ModelState.IsValid) return FormAgain("Register", form);
        var typed = new Registration(form.UserName ?? "", form.Email ?? "", form.Password ?? "", form.ConfirmPassword ?? "", form.AcceptTerms.IsTicked())
        {
            Language = CultureInfo.CurrentUICulture.Name,
            Reason = form.Reason?.Trim() ?? "",
            Invitation = form.Invitation,
            Work = form.Work,
            OpenedAt = form.OpenedAt,
            Trap = form.Homepage,
        };
        var done = await register.RunAsync(Viewer, typed, address.For(Request), Cancel);
        if (done.Member is not { } member) return FormAgain(done.Refusals, "Register", form);
        await MemberSession.BeginAsync(HttpContext, member, remember: false);
        return SeeOther(member.GroupId == Group.Waiting ? "/account/confirm" : Url.LocalOr(returnUrl, "/"));
    }
}
