using System.Globalization;
using ForumEngine.Settings;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ForumEngine.Web.Hosting;

/// <summary>
/// A closed site lets in those who may enter it, a read-only one takes nothing: 503 with Retry-After, and what was typed comes back to
/// be sent again. The panel stays as it is, so that the door can be opened.
/// </summary>
public sealed class DoorGate(RequestDelegate next, SettingsSource settings)
{
    public async Task InvokeAsync(HttpContext http, CurrentViewer current)
    {
        var site = await settings.CurrentAsync(http.RequestAborted);
        var door = SiteDoor.At(site, current.Viewer.Now);
        if (!IsShut(http, door, current)) await next(http);
        else await RefuseAsync(http, door, site.Door, current.Viewer.Now);
    }

    private static bool IsShut(HttpContext http, SiteDoor door, CurrentViewer current)
    {
        if (door.State == DoorState.Open || http.GetEndpoint()?.Metadata.GetMetadata<StaysOpenAttribute>() is not null) return false;
        if (door.State == DoorState.Closed) return !SiteDoor.MayEnter(current.Viewer);
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return !reads && !(current.Viewer.IsAdministrator && http.Request.Path.StartsWithSegments("/admin"));
    }

    private static async Task RefuseAsync(HttpContext http, SiteDoor door, DoorSection said, DateTime now)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(door.Wait(now).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-cache, no-store";
        var view = new ViewResult
        {
            ViewName = "/Mvc/Views/Shut.cshtml",
            StatusCode = StatusCodes.Status503ServiceUnavailable,
            ViewData = new ViewDataDictionary<ShutPage>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
            {
                Model = new ShutPage(door, SiteDoor.Message(said, CultureInfo.CurrentUICulture), await TypedFields.OfAsync(http.Request)),
            },
        };
        await view.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}

/// <summary>What a visitor reads before a shut door; <paramref name="Typed"/> is what they were about to send.</summary>
public sealed record ShutPage(SiteDoor Door, string? Message, IReadOnlyList<TypedField> Typed);
