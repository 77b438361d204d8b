using System.Globalization;
using ForumEngine.Settings;
using Microsoft.Net.Http.Headers;

namespace ForumEngine.Web.Hosting;

/// <summary>
/// The language of an answer: the member's choice (set once the viewer is known), else the cookie a guest may have set,
/// else what the browser asks for, else the site's.
/// </summary>
public sealed class Languages(RequestDelegate next)
{
    public const string Cookie = "forum-lang";

    private static readonly object Undecided = new();

    public Task InvokeAsync(HttpContext http)
    {
        var chosen = http.Request.Cookies[Cookie];
        var asked = IsSpoken(chosen) ? chosen : FromBrowser(http.Request);
        http.Items[Undecided] = asked is null;
        Use(http, asked ?? SiteLanguage.Simplified);
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return next(http);
    }

    /// <summary>The site's language for who asked for neither; called once the settings can be read.</summary>
    public static void UseSite(HttpContext http, string language)
    {
        if (http.Items[Undecided] is true && IsSpoken(language)) Use(http, language);
    }

    public static bool IsSpoken(string? language) => SiteLanguage.All.Contains(language);

    public static void Use(HttpContext http, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        http.Response.Headers.ContentLanguage = language;
    }

    private static string? FromBrowser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => SiteLanguage.Of(l.Value.Value))
        .FirstOrDefault(l => l is not null);
}
