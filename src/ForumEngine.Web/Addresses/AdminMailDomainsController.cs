using ForumEngine.Addresses;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Addresses;

/// <summary>Which e-mail domains may register: two lists, a domain a line.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.MailDomains), Route("admin/mail-domains")]
public sealed class AdminMailDomainsController(ChangeMailDomains change) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var texts = await change.ReadAsync(Cancel);
        return View("MailDomains", new MailDomainsForm { Denied = texts.Denied, Allowed = texts.Allowed });
    }

    [HttpPost]
    public async Task<IActionResult> Save([FromForm] MailDomainsForm form)
    {
        var texts = new MailDomainTexts(form.Denied ?? "", form.Allowed ?? "");
        return await change.RunAsync(Viewer, texts, Cancel) is { } refusal ? FormAgain(refusal, "MailDomains", form) : SeeOther("/admin/mail-domains");
    }
}

/// <summary>The fields of /admin/mail-domains.</summary>
public sealed class MailDomainsForm
{
    public string? Denied { get; set; }
    public string? Allowed { get; set; }
}
