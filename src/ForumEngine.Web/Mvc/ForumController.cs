using ForumEngine.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Mvc;

/// <summary>What every controller has: the viewer, and the way to say no.</summary>
public abstract class ForumController : Controller
{
    protected Viewer Viewer => HttpContext.RequestServices.GetRequiredService<CurrentViewer>().Viewer;

    /// <summary>The request's life.</summary>
    protected CancellationToken Cancel => HttpContext.RequestAborted;

    private Refusals Refusals => HttpContext.RequestServices.GetRequiredService<Refusals>();

    /// <summary>A page that says why not.</summary>
    protected IActionResult Refused(Refusal refusal) => Refusals.Page(HttpContext, refusal);

    /// <summary>
    /// The form again, with the reason at its field and everything as typed; what is not the member's to mend
    /// (not found, sign in first) is a page of its own.
    /// </summary>
    protected IActionResult FormAgain(Refusal refusal, string view, object model)
    {
        if (refusal.Kind is RefusalKind.NotFound or RefusalKind.SignInFirst) return Refused(refusal);
        ModelState.AddModelError(refusal.Field ?? "", Refusals.Say(refusal));
        if (refusal.PostId is { } earlier) ViewData["EarlierPost"] = earlier;
        if (refusal.NeedsWork) ViewData["NeedsWork"] = true;
        if (refusal.RetryAfter is { } wait) Response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds)}";
        Response.StatusCode = Refusals.StatusOf(refusal.Kind);
        return View(view, model);
    }

    /// <summary>The form again with every reason at its field.</summary>
    protected IActionResult FormAgain(IReadOnlyList<Refusal> refusals, string view, object model)
    {
        foreach (var refusal in refusals.Skip(1)) ModelState.AddModelError(refusal.Field ?? "", Refusals.Say(refusal));
        return FormAgain(refusals[0], view, model);
    }

    /// <summary>422: the form again, when the model state already says what is wrong.</summary>
    protected IActionResult FormAgain(string view, object model)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, model);
    }

    /// <summary>303: the browser follows with a GET.</summary>
    protected IActionResult SeeOther(string url)
    {
        Response.Headers.Location = url;
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
