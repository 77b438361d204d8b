using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ForumEngine.Web.Mvc;

/// <summary>Enforces <see cref="AccessAttribute"/>; an action without one is closed to everybody.</summary>
public sealed class AccessFilter(CurrentViewer current, Refusals refusals, AdminDoor door) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var audience = context.ActionDescriptor.EndpointMetadata.OfType<AccessAttribute>().LastOrDefault()?.Audience;
        var viewer = current.Viewer;
        if (audience != Audience.EvenBlocked && viewer.VisitingBarredBy() is { } sanction)
            context.Result = refusals.Page(context.HttpContext, sanction.Refusal(viewer.Zone));
        else if (audience is null || !IsIn(audience.Value, viewer))
            context.Result = Refuse(audience, viewer, context.HttpContext);
        else if (audience == Audience.Administrators && !await door.IsOpenAsync(context.HttpContext))
            context.Result = AdminDoor.Challenge(context.HttpContext);
    }

    private IActionResult Refuse(Audience? audience, Viewer viewer, HttpContext http) =>
        audience == Audience.Members || (viewer.IsGuest && audience is Audience.Staff or Audience.Administrators)
            ? refusals.Page(http, Refusal.SignInFirst)
            // What staff have is not told to others.
            : refusals.Page(http, Refusal.NotFound);

    private static bool IsIn(Audience audience, Viewer viewer) => audience switch
    {
        Audience.Everyone or Audience.EvenBlocked => true,
        Audience.Members => !viewer.IsGuest,
        Audience.Staff => viewer.Rank >= Rank.Moderator,
        Audience.Administrators => viewer.IsAdministrator,
        _ => false,
    };
}
