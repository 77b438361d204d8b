using ForumEngine.Accounts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

[Access(Audience.EvenBlocked), Route("account")]
public sealed class SignInController(SignIn signIn, AdminDoor door) : ForumController
{
    [HttpGet("login")]
    public IActionResult Form(string? returnUrl) =>
        Viewer.IsGuest ? View("Login", new LoginForm()) : LocalRedirect(Url.LocalOr(returnUrl, "/"));

    [HttpPost("login")]
    public async Task<IActionResult> Login([FromForm] LoginForm form, string? returnUrl)
    {
        if (!ModelState.IsValid) return FormAgain("Login", form);
        var outcome = await signIn.RunAsync(Viewer, form.UserName ?? "", form.Password ?? "", Cancel, form.Work);
        if (outcome.Refusal is { } refusal) return FormAgain(refusal, "Login", form);
        await MemberSession.BeginAsync(HttpContext, outcome.Value, form.RememberMe.IsTicked());
        return SeeOther(Url.LocalOr(returnUrl, "/"));
    }

    [HttpPost("logout")]
    public async Task<IActionResult> Logout()
    {
        door.Close(HttpContext);
        await MemberSession.EndAsync(HttpContext);
        return SeeOther("/");
    }
}
