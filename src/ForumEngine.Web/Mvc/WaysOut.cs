using ForumEngine.Web.Sanctions;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mvc;

/// <summary>What to do next, said under a refusal or an error; the page itself adds the way home.</summary>
public sealed class WaysOut(CurrentViewer current, AppealLinks appeals, IStringLocalizer<FrameText> text)
{
    /// <summary>With the sanction behind a refusal, the first way is the member's appeal, by a link that needs no session.</summary>
    public IReadOnlyList<FrameLink> For(HttpContext http, int status, string code, int? sanctionId = null) =>
        [.. Find(http, status, code).Prepend(Appeal(sanctionId)).OfType<FrameLink>()];

    private FrameLink? Appeal(int? sanctionId) =>
        sanctionId is { } id && current is { IsKnown: true, Viewer.MemberId: { } member } ? new(text["WayAppeal"], appeals.For(id, member)) : null;

    private IEnumerable<FrameLink?> Find(HttpContext http, int status, string code) => status switch
    {
        _ when code == "LinkDead" && http.Request.Path.StartsWithSegments("/account/reset") => [new(text["WayNewLink"], "/account/forgot")],
        _ when code == "NotSetUp" => [new(text["WaySetup"], "/setup")],
        // Half the site is closed until it is set up, or while its database is down.
        StatusCodes.Status503ServiceUnavailable or StatusCodes.Status500InternalServerError => [],
        StatusCodes.Status403Forbidden => [SignIn(http), OtherAccount(http), new(text["PageContact"], "/pages/contact")],
        StatusCodes.Status404NotFound => [new(text["WaySearch"], "/search"), SignIn(http)],
        StatusCodes.Status410Gone => [new(text["WaySearch"], "/search")],
        _ => [Back(http)],
    };

    private FrameLink? SignIn(HttpContext http) =>
        current is { IsKnown: true, Viewer.IsGuest: true } ? new(text["SignIn"], SignInUrl(http)) : null;

    private FrameLink? OtherAccount(HttpContext http) =>
        current is { IsKnown: true, Viewer.IsGuest: false } ? new(text["WayOtherAccount"], SignInUrl(http)) : null;

    /// <summary>The page before, if it was one of this site's.</summary>
    private FrameLink? Back(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value
            ? new(text["WayBack"], from.PathAndQuery) : null;

    private static string SignInUrl(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) ? LocalUrls.SignInFor(http.Request.Path + http.Request.QueryString) : "/account/login";
}
