using System.Globalization;
using ForumEngine.Legal;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Legal;

/// <summary>Asks members to agree to terms that have changed; the pages themselves and signing out stay open without.</summary>
[Access(Audience.EvenBlocked), StaysOpen, Route("account/agree")]
public sealed class AgreeController(Agreements agreements, SitePages pages) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Form(string? returnUrl)
    {
        if (Viewer.IsGuest) return Refused(Refusal.SignInFirst);
        var missing = await MissingAsync();
        return missing.Count == 0 ? SeeOther(Url.LocalOr(returnUrl, "/")) : View("Agree", new AgreeForm(missing, returnUrl));
    }

    [HttpPost]
    public async Task<IActionResult> Agree(string? returnUrl, bool agreed, string[] seen)
    {
        if (Viewer.IsGuest) return Refused(Refusal.SignInFirst);
        if (!agreed) return FormAgain(Refusal.Invalid("Agreed", "TermsNotAccepted"), "Agree", new AgreeForm(await MissingAsync(), returnUrl));
        await agreements.AgreeAsync(Viewer, seen, Cancel);
        return SeeOther(Url.LocalOr(returnUrl, "/"));
    }

    private async Task<IReadOnlyList<SitePage>> MissingAsync()
    {
        List<SitePage> missing = [];
        foreach (var (slug, number) in Agreements.Missing(Viewer, await pages.ToAgreeAsync(Viewer.Now, Cancel)))
            if (await pages.FindAsync(slug, number, CultureInfo.CurrentUICulture.Name, Viewer.Now, Cancel) is { } page) missing.Add(page);
        return missing;
    }
}

public sealed record AgreeForm(IReadOnlyList<SitePage> Pages, string? ReturnUrl);
