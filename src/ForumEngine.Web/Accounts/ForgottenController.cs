using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>The way back in for those who forgot their password.</summary>
[Access(Audience.EvenBlocked), StaysOpen, Route("account")]
public sealed class ForgottenController(RequestPasswordReset request, ResetPassword reset, SiteAddress address) : ForumController
{
    [HttpGet("forgot")]
    public IActionResult Forgot() => View("Forgot", new ForgotForm());

    [HttpPost("forgot")]
    public async Task<IActionResult> Forgot([FromForm] ForgotForm form)
    {
        if (!ModelState.IsValid) return FormAgain("Forgot", form);
        if (await request.RunAsync(Viewer, form.Email ?? "", address.For(Request), Cancel) is { } refusal) return FormAgain(refusal, "Forgot", form);
        return SeeOther("/account/forgot?sent=1");
    }

    [HttpGet("reset")]
    public async Task<IActionResult> Reset(string? token)
    {
        // The token must not leave in a referrer.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await reset.FindAsync(token, Cancel) is null) return Refused(Refusal.Forbidden("LinkDead"));
        return View("Reset", new ResetForm { Token = token });
    }

    [HttpPost("reset")]
    public async Task<IActionResult> Reset([FromForm] ResetForm form)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!ModelState.IsValid) return FormAgain("Reset", form);
        var refusal = await reset.RunAsync(Viewer, form.Token, form.Password ?? "", form.ConfirmPassword ?? "", address.For(Request), Cancel);
        if (refusal is null) return SeeOther("/account/login?reset=1");
        return refusal.Field is null && refusal.RetryAfter is null ? Refused(refusal) : FormAgain(refusal, "Reset", form);
    }
}
