using ForumEngine.Keeping;
using ForumEngine.Links;
using ForumEngine.Look;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Admin;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Links;

/// <summary>Navigation and friend links, and the form for each link wherever it stands. What the engine brings is renamed, moved and hidden here, never lost.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Navigation)]
public sealed class AdminLinksController(KeepList<SiteLink> list, AddSitePicture pictures, ForumDb db) : ForumController
{
    [HttpGet("/admin/navigation")]
    public async Task<IActionResult> Navigation() => View("Navigation", LinkLists.Of(await SetAsync(), LinkPlace.Main, LinkPlace.More));

    [HttpGet("/admin/friends")]
    public async Task<IActionResult> Friends() => View("Friends", LinkLists.Of(await SetAsync(), LinkPlace.Friend));

    /// <summary>One by its id, one of the engine's by its key, or a new one of a place.</summary>
    [HttpGet("/admin/links/edit")]
    public async Task<IActionResult> Edit(int? id, string? key, LinkPlace place = LinkPlace.Main)
    {
        if (id is null && key is null) return View("Link", new LinkForm { Place = Enum.IsDefined(place) ? place : LinkPlace.Main, IsOn = true, Position = "100" });
        var link = id is { } number ? await list.FindAsync(number, Cancel) : (await SetAsync()).Own(key!);
        return link is null ? Refused(Refusal.NotFound) : View("Link", LinkForm.Of(link));
    }

    [HttpPost("/admin/links/edit")]
    public async Task<IActionResult> Save(LinkForm form)
    {
        var upload = form.HasPicture ? await Uploads.FirstAsync(Request, Cancel) : [];
        if (upload.Length > 0)
        {
            var taken = await pictures.RunAsync(Viewer, upload, PictureBox.Logo, nameof(form.Picture), Cancel);
            if (taken.Refusal is { } wrong) return FormAgain(wrong, "Link", form);
            (form.Picture, form.WithoutPicture) = (taken.Value, false);
            ModelState.Remove(nameof(form.Picture));
        }
        var problems = await list.SaveAsync(Viewer, form.ToDraft(), Cancel);
        if (problems.Count == 0) return SeeOther(form.Home);
        if (problems[0].Kind == RefusalKind.Conflict) form.Meet(string.IsNullOrEmpty(form.SystemKey) ? await list.FindAsync(form.Id, Cancel) : (await SetAsync()).Own(form.SystemKey));
        return FormAgain(problems, "Link", form);
    }

    [HttpPost("/admin/links/delete")]
    public async Task<IActionResult> Delete(int id, int seen)
    {
        if (await list.FindAsync(id, Cancel) is not { } link) return Refused(Refusal.NotFound);
        if (await list.DeleteAsync(Viewer, id, seen, Cancel) is not { } refusal) return SeeOther(LinkForm.Of(link).Home);
        return FormAgain(refusal, "Link", LinkForm.Of(link));
    }

    /// <summary>The numbers of a page's lists: those that differ are changed, each as an entry of the history.</summary>
    [HttpPost("/admin/links/order")]
    public async Task<IActionResult> Order(LinkPlace place)
    {
        var set = await SetAsync();
        foreach (var link in Enum.GetValues<LinkPlace>().SelectMany(set.In).ToList())
        {
            if (!Request.Form.TryGetValue($"p:{KeyOf(link)}", out var typed) || Typed.Number(typed) is not { } position || position == link.Position) continue;
            link.Position = position;
            if (await list.SaveAsync(Viewer, link, Cancel) is { Count: > 0 } problems) return FormAgain(problems, "Link", LinkForm.Of(link));
        }
        return SeeOther(new LinkForm { Place = place }.Home);
    }

    /// <summary>How lists call a link: the engine's own have no id at first.</summary>
    internal static string KeyOf(SiteLink link) => link.SystemKey ?? $"{link.Id}";

    private Task<LinkSet> SetAsync() => SiteLinks.LoadAsync(db, Cancel);
}
