using ForumEngine.Web.Hosting;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>A guest's choice of language, kept in a cookie; members have it in their settings.</summary>
[Access(Audience.EvenBlocked), StaysOpen, Route("account/language")]
public sealed class LanguageController(SiteConfiguration site) : ForumController
{
    [HttpGet]
    public IActionResult Form() => View("Language");

    [HttpPost]
    public IActionResult Choose([FromForm] string? language, string? returnUrl)
    {
        if (!Languages.IsSpoken(language)) return FormAgain("Language", null!);
        Response.Cookies.Append(Languages.Cookie, language!, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = site.IsHttps,
            HttpOnly = true,
            IsEssential = true,
        });
        return SeeOther(Url.LocalOr(returnUrl, "/"));
    }
}
