using ForumEngine.Accounts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>Ends one's sign-ins; they are listed at /account/settings/security.</summary>
[Access(Audience.Members), StaysOpen, Route("account/settings/security/sessions")]
public sealed class SessionsController(EndSession end) : ForumController
{
    [HttpPost("{id:long}/end")]
    public async Task<IActionResult> One(long id) => await end.OneAsync(Viewer, id, Cancel) is { } refusal ? Refused(refusal) : Back();

    [HttpPost("end")]
    public async Task<IActionResult> Others() => await end.OthersAsync(Viewer, Cancel) is { } refusal ? Refused(refusal) : Back();

    private IActionResult Back() => SeeOther("/account/settings/security#sessions");
}
