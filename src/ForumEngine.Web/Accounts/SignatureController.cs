using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Accounts;

/// <summary>The signature below a member's posts.</summary>
[Access(Audience.Members), Route("account/settings/signature")]
public sealed class SignatureController(ForumDb db, ChangeSignature change) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Edit()
    {
        var (text, html) = await OwnAsync();
        return View("Signature", new SignatureForm { Signature = text, Shown = html, Most = Most });
    }

    [HttpPost]
    public async Task<IActionResult> Save([FromForm] SignatureForm form)
    {
        var refused = await change.RunAsync(Viewer, form.Signature, Cancel);
        if (refused is null) return SeeOther("/account/settings/signature?saved=1");
        (form.Shown, form.Most) = ((await OwnAsync()).Html, Most);
        return FormAgain(refused, "Signature", form);
    }

    private int Most => Viewer.Level(GroupRight.SignatureLength);

    private async Task<(string Text, string Html)> OwnAsync()
    {
        var own = await db.Members.Where(m => m.Id == Viewer.MemberId).Select(m => new { m.Signature, m.SignatureHtml }).SingleAsync(Cancel);
        return (own.Signature, own.SignatureHtml);
    }
}

/// <summary>The field of /account/settings/signature, and what is shown now.</summary>
public sealed class SignatureForm
{
    public string? Signature { get; set; }

    [BindNever]
    public string Shown { get; set; } = "";

    /// <summary>Characters as people see them.</summary>
    [BindNever]
    public int Most { get; set; }
}
