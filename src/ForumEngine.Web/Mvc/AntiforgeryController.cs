using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Mvc;

/// <summary>A token for scripts on pages that are cached and so hold none.</summary>
[Access(Audience.EvenBlocked), StaysOpen]
public sealed class AntiforgeryController(IAntiforgery antiforgery) : ForumController
{
    [HttpGet("/antiforgery")]
    public IActionResult Index()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return Json(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });
    }
}
