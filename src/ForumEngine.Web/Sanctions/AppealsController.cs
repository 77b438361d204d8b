using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Sanctions;

/// <summary>Appealing, by the sanctioned member: signed in or by the signed link, also while blocked or locked.</summary>
[Access(Audience.EvenBlocked), Route("darkroom/{id:int}/appeal")]
public sealed class AppealsController(AppealSanction appeals, AppealPage pages, AppealLinks links) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Appeal(int id, string? key)
    {
        if (Who(id, key) is not { } member) return Refused(Viewer.IsGuest ? Refusal.SignInFirst : Refusal.NotFound);
        var page = await pages.ReadAsync(Viewer, member, id, Cancel);
        return page is null ? Refused(Refusal.NotFound) : View(new AppealForm(page, key, ""));
    }

    [HttpPost]
    public async Task<IActionResult> Send(int id, string? key, string? message)
    {
        if (Who(id, key) is not { } member) return Refused(Viewer.IsGuest ? Refusal.SignInFirst : Refusal.NotFound);
        var refusal = await appeals.RunAsync(Viewer, member, id, message ?? "", Cancel);
        if (refusal is null) return SeeOther(AppealLinks.Path(id) + (string.IsNullOrEmpty(key) ? "" : $"?key={Uri.EscapeDataString(key)}"));
        if (refusal.Kind == RefusalKind.NotFound || await pages.ReadAsync(Viewer, member, id, Cancel) is not { } page) return Refused(refusal);
        return FormAgain(refusal, "Appeal", new AppealForm(page, key, message ?? ""));
    }

    /// <summary>A link that no longer holds is as good as none: the session decides.</summary>
    private int? Who(int id, string? key) => links.MemberOf(id, key) ?? Viewer.MemberId;
}

/// <summary>The page of an appeal; with a key in its form when it was reached by the signed link.</summary>
public sealed record AppealForm(AppealFacts Facts, string? Key, string Message);
