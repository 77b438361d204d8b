using ForumEngine.Addresses;
using ForumEngine.Legal;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Web.Accounts;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// Enforces <see cref="AccessAttribute"/>; an action without one is closed to everybody. Banned addresses are kept out here too,
/// but for staff who have signed in, so that no ban shuts out those who could take it back.
/// </summary>
public sealed class AccessFilter(CurrentViewer current, Refusals refusals, AdminDoor door, AddressBans bans, AddressHits hits, SitePages pages) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var audience = context.ActionDescriptor.EndpointMetadata.OfType<AccessAttribute>().LastOrDefault()?.Audience;
        var viewer = current.Viewer;
        if (viewer.SimulatedGroup is not null && WhyNotSimulated(context, audience) is { } not)
            context.Result = refusals.Page(context.HttpContext, not);
        else if (audience != Audience.EvenBlocked && await BanAsync(context.HttpContext, viewer) is { } ban)
            context.Result = refusals.Page(context.HttpContext, ban.Refusal(viewer.Zone));
        else if (audience != Audience.EvenBlocked && viewer.VisitingBarredBy() is { } sanction)
            context.Result = refusals.Page(context.HttpContext, sanction.Refusal(viewer.Zone));
        else if (viewer.StaffRightsRest && audience is Audience.Staff or Audience.Administrators)
            context.Result = new RedirectResult("/account/settings/security");
        else if (audience is null || !IsIn(audience.Value, viewer))
            context.Result = Refuse(audience, viewer, context.HttpContext);
        else if (audience != Audience.EvenBlocked && await HasToAgreeAsync(context.HttpContext, viewer))
            context.Result = new RedirectResult("/account/agree" + new QueryBuilder { { "returnUrl", context.HttpContext.Request.Path + context.HttpContext.Request.QueryString.ToString() } });
        else if (audience == Audience.Administrators && !await door.IsOpenAsync(context.HttpContext))
            context.Result = AdminDoor.Challenge(context.HttpContext);
        else if (audience == Audience.Administrators && !viewer.MayOpen(context.ActionDescriptor.EndpointMetadata.OfType<AdminPageAttribute>().LastOrDefault()?.Page))
            context.Result = refusals.Page(context.HttpContext, Refusal.Forbidden("NotYourPage"));
    }

    /// <summary>Changed terms are asked about when a page is opened; what was being written when they came into force is still taken.</summary>
    private async ValueTask<bool> HasToAgreeAsync(HttpContext http, Viewer viewer) =>
        !viewer.IsGuest && HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !http.Request.Headers.ContainsKey("HX-Request") && Agreements.Missing(viewer, await pages.ToAgreeAsync(viewer.Now, http.RequestAborted)).Any();

    /// <summary>A simulated visit reads only, and pages of one's own are nobody's. The way out is always open.</summary>
    private static Refusal? WhyNotSimulated(AuthorizationFilterContext context, Audience? audience)
    {
        var request = context.HttpContext.Request;
        if (request.Path == Groups.Simulation.ExitPath) return null;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return Refusal.Forbidden("SimulationReadsOnly");
        return audience == Audience.Members || request.Path.StartsWithSegments("/account") ? Refusal.Forbidden("SimulationIsNobody") : null;
    }

    private async ValueTask<BanInForce?> BanAsync(HttpContext http, Viewer viewer)
    {
        if (viewer.Rank > Rank.Member) return null;
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var set = await bans.CurrentAsync(http.RequestAborted);
        var ban = set.Find(viewer.Address, reads ? AddressScope.Visiting : AddressScope.Writing, viewer.Now);
        if (ban is not null) hits.Count(ban.Id);
        return ban;
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
