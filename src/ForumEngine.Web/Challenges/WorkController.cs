using ForumEngine.Challenges;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Challenges;

/// <summary>A challenge for the browser (ALTCHA's protocol), kept nowhere until it is answered.</summary>
[Access(Audience.EvenBlocked), StaysOpen, Route("challenge")]
public sealed class WorkController(Work work) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Get()
    {
        Response.Headers.CacheControl = "no-store";
        return Json(await work.CreateAsync(Cancel));
    }
}
