using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>Name and password, and of those who have a second factor a code in a second step at the same address.</summary>
[Access(Audience.EvenBlocked), StaysOpen, Route("account")]
public sealed class SignInController(SignIn signIn, EndSession end, HalfSignIn half, AdminDoor door, SiteAddress address) : ForumController
{
    [HttpGet("login")]
    public IActionResult Form(string? returnUrl, string? other)
    {
        if (!Viewer.IsGuest) return LocalRedirect(Url.LocalOr(returnUrl, "/"));
        if (other is null && half.Read(HttpContext) is not null) return View("Code", new CodeForm());
        if (other is not null) half.End(HttpContext);
        return View("Login", new LoginForm());
    }

    [HttpPost("login")]
    public async Task<IActionResult> Login([FromForm] LoginForm form, string? returnUrl)
    {
        if (!ModelState.IsValid) return FormAgain("Login", form);
        var outcome = await signIn.RunAsync(Viewer, form.UserName ?? "", form.Password ?? "", Cancel, form.Work);
        if (outcome.Refusal is { } refusal) return FormAgain(refusal, "Login", form);
        if (outcome.Value.TwoFactorEnabled)
        {
            half.Begin(HttpContext, outcome.Value, form.RememberMe.IsTicked());
            return SeeOther("/account/login" + QueryString.Create("returnUrl", Url.LocalOr(returnUrl, "/")));
        }
        await MemberSession.BeginAsync(HttpContext, outcome.Value, form.RememberMe.IsTicked());
        return SeeOther(Url.LocalOr(returnUrl, "/"));
    }

    [HttpPost("login/code")]
    public async Task<IActionResult> Code([FromForm] CodeForm form, string? returnUrl)
    {
        // Too late, or signed out everywhere meanwhile: from the beginning.
        if (half.Read(HttpContext) is not { } known) return SeeOther(LocalUrls.SignInFor(Url.LocalOr(returnUrl, "/")));
        var outcome = await signIn.FinishAsync(Viewer, known.MemberId, known.Stamp, form.Code ?? "", address.For(Request), Cancel);
        if (outcome.Refusal is { Kind: not RefusalKind.SignInFirst } refusal) return FormAgain(refusal, "Code", new CodeForm());
        half.End(HttpContext);
        if (outcome.Refusal is not null) return SeeOther(LocalUrls.SignInFor(Url.LocalOr(returnUrl, "/")));
        await MemberSession.BeginAsync(HttpContext, outcome.Value, known.Remember);
        return SeeOther(Url.LocalOr(returnUrl, "/"));
    }

    [HttpPost("logout")]
    public async Task<IActionResult> Logout()
    {
        door.Close(HttpContext);
        if (Viewer.SessionId is { } session) await end.OneAsync(Viewer, session, Cancel);
        await MemberSession.EndAsync(HttpContext);
        return SeeOther("/");
    }
}
