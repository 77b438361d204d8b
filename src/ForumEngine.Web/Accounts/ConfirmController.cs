using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>A mailed link opens a page with a button: programs that look into mails open links, they press nothing.</summary>
[Access(Audience.Everyone), Route("account/confirm")]
public sealed class ConfirmController(ConfirmEmail confirm, RequestEmailChange request, SiteAddress address) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Ask(string? token)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (token is null) return Viewer.IsGuest ? Refused(Refusal.SignInFirst) : View("ConfirmWait");
        return await confirm.FindAsync(token, Cancel) is { } found
            ? View("Confirm", new ConfirmPage(token, found.Address, found.Member.UserName!)) : Refused(Refusal.Forbidden("LinkDead"));
    }

    [HttpPost]
    public async Task<IActionResult> Confirm([FromForm] string? token)
    {
        var outcome = await confirm.RunAsync(token, Cancel);
        if (outcome.Refusal is { } refusal) return Refused(refusal);
        if (Viewer.MemberId == outcome.Value.Id) await MemberSession.RenewAsync(HttpContext, outcome.Value);
        return SeeOther(Viewer.IsGuest ? "/account/login?confirmed=1" : "/account/settings/email?confirmed=1");
    }

    [HttpPost("again"), Access(Audience.Members)]
    public async Task<IActionResult> Again() =>
        await request.RepeatAsync(Viewer, address.For(Request), Cancel) is { } refusal ? Refused(refusal) : SeeOther("/account/confirm?sent=1");
}

public sealed record ConfirmPage(string Token, string Address, string Name);
