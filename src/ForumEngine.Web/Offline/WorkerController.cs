using ForumEngine.Web.Hosting;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Offline;

/// <summary>The service worker and the page it shows when there is neither a network nor a copy.</summary>
[Access(Audience.EvenBlocked), StaysOpen]
public sealed class WorkerController(IWebHostEnvironment host, SiteConfiguration site) : ForumController
{
    /// <summary>
    /// The bundle, headed by the style sheet's and the script's addresses: a new release is a new worker, which then fetches its offline page.
    /// With Offline:Off it is one that removes itself and all copies.
    /// </summary>
    [HttpGet("/sw.js")]
    public async Task<IActionResult> Worker()
    {
        var file = host.WebRootFileProvider.GetFileInfo(site.OfflineOff ? "build/gone.js" : "build/worker.js");
        using var reader = new StreamReader(file.CreateReadStream());
        var release = $"// {HttpContext.Asset("build/forum.css")} {HttpContext.Asset("build/forum.js")}\n";
        Response.Headers.CacheControl = "no-cache";
        Response.Headers["Service-Worker-Allowed"] = "/";
        return Content(release + await reader.ReadToEndAsync(Cancel), "text/javascript; charset=utf-8");
    }

    /// <summary>The same for everybody: the worker asks for it without cookies, so it names the language of the page that started it.</summary>
    [HttpGet("/offline")]
    public IActionResult Offline(string? lang)
    {
        if (Languages.IsSpoken(lang)) Languages.Use(HttpContext, lang!);
        return View("Offline");
    }
}
