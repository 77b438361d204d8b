using System.Globalization;
using ForumEngine.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mvc;

/// <summary>Turns a <see cref="Refusal"/> into an answer: its status, its sentence in the viewer's language, the ways out.</summary>
public sealed class Refusals(IStringLocalizer<RefusalText> text, WaysOut ways, TimeProvider clock)
{
    /// <summary>Codes that say more in a title than their status does.</summary>
    private static readonly string[] OwnTitles = ["DatabaseDown", "OldSchema", "NotSetUp", "LinkDead", "Broken"];

    /// <summary>The sentence behind a refusal's code.</summary>
    public string Say(Refusal refusal) => text[refusal.Code, refusal.Arguments];

    /// <summary>The same where only the code was kept: without a sentence when that has places to fill.</summary>
    public string SayBriefly(string code) => text[code] is { ResourceNotFound: false } said && !said.Value.Contains('{', StringComparison.Ordinal) ? said.Value : text["NoLongerPossible"];

    public IActionResult Page(HttpContext http, Refusal refusal)
    {
        if (refusal.Kind == RefusalKind.SignInFirst) return SignIn(http);
        var status = StatusOf(refusal.Kind);
        if (refusal.RetryAfter is { } wait) http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return View(http, status, refusal.Code, Say(refusal), refusal.SanctionId);
    }

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.SignInFirst => StatusCodes.Status401Unauthorized,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.TooSoon => StatusCodes.Status429TooManyRequests,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        _ => StatusCodes.Status403Forbidden,
    };

    /// <summary>A problem page of any status, for errors that are no refusals.</summary>
    public ViewResult Page(HttpContext http, int status, string code) => View(http, status, code, text[code]);

    private ViewResult View(HttpContext http, int status, string code, string sentence, int? sanctionId = null) => new()
    {
        ViewName = "/Mvc/Views/Problem.cshtml",
        StatusCode = status,
        ViewData = new ViewDataDictionary<Problem>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = new Problem(status, TitleOf(status, code), sentence)
            {
                Links = ways.For(http, status, code, sanctionId),
                RetryAt = SecondsToWait(http) is { } wait ? clock.GetUtcNow().UtcDateTime.AddSeconds(wait) : null,
                RetryUrl = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : null,
                RequestId = status == StatusCodes.Status500InternalServerError ? http.TraceIdentifier : null,
            },
        },
    };

    private string TitleOf(int status, string code) => OwnTitles.Contains(code) ? text[$"Title{code}"] : text[$"Title{status}"];

    private static int? SecondsToWait(HttpContext http) =>
        int.TryParse(http.Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static RedirectResult SignIn(HttpContext http)
    {
        // A POST is repeated from its form, which has the same path (or, for the quick reply, starts from the page it came from).
        var back = http.Request.Path + (HttpMethods.IsGet(http.Request.Method) ? http.Request.QueryString.ToString() : "");
        return new RedirectResult(LocalUrls.SignInFor(back));
    }
}

/// <summary>Names the sentences of refusals: RefusalText.resx, RefusalText.en.resx.</summary>
public sealed class RefusalText;
