using System.Globalization;
using ForumEngine.Legal;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Legal;

/// <summary>Disclaimer, terms, privacy, contact and rules; blocked members may read what they agreed to as well.</summary>
[Access(Audience.EvenBlocked), StaysOpen, Route("pages/{slug:maxlength(40)}")]
public sealed class PagesController(SitePages pages, SettingsSource settings, IStringLocalizer<LegalText> text) : ForumController
{
    private static string Language => CultureInfo.CurrentUICulture.Name;

    [HttpGet]
    public async Task<IActionResult> Show(string slug, int? version)
    {
        if (await pages.FindAsync(slug, version, Language, Viewer.Now, Cancel) is not { } page) return Refused(Refusal.NotFound);
        var newest = await pages.FindAsync(slug, null, Language, Viewer.Now, Cancel);
        var site = (await settings.CurrentAsync(Cancel)).Site;
        return View(new PageView(page, Places.Fill(page.Html, site, text["NotGiven"]), page.Number == newest!.Number, page.Language != Language));
    }

    [HttpGet("versions")]
    public async Task<IActionResult> Versions(string slug)
    {
        var versions = await pages.VersionsAsync(slug, Language, Viewer.Now, Cancel);
        return versions.Count == 0 ? Refused(Refusal.NotFound) : View(versions);
    }

    /// <summary>What a version changed; of the first nothing.</summary>
    [HttpGet("versions/{number:int}")]
    public async Task<IActionResult> Changes(string slug, int number)
    {
        if (await pages.FindAsync(slug, number, Language, Viewer.Now, Cancel) is not { } page) return Refused(Refusal.NotFound);
        var before = await pages.FindAsync(slug, number - 1, page.Language, Viewer.Now, Cancel);
        return View(new ChangesView(page, TextDiff.Of(before is null ? page.Body : before.Body, page.Body)));
    }
}

/// <summary>A version with what is different from the one before it.</summary>
public sealed record ChangesView(SitePage Page, TextDiff Changes);

/// <summary>A site page as shown.</summary>
public sealed record PageView(SitePage Page, string Html, bool IsNewest, bool IsOtherLanguage);
