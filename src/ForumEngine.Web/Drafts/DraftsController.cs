using System.Globalization;
using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Drafts;

/// <summary>Names the texts of drafts: DraftsText.resx, DraftsText.en.resx.</summary>
public sealed class DraftsText;

/// <summary>What the editor sends while one types.</summary>
public sealed class DraftForm
{
    public string? Key { get; set; }
    public string? Title { get; set; }
    public string? Body { get; set; }

    /// <summary>The form's other fields: a JSON object of texts.</summary>
    public string? Fields { get; set; }

    public int Version { get; set; }
}

/// <summary>Drafts: kept while one types, offered by the forms, listed, thrown away. Scripts are answered in JSON.</summary>
[Access(Audience.Members)]
public sealed class DraftsController(SaveDraft save, FindDraft find, DiscardDraft discard, DraftList list, Refusals refusals) : ForumController
{
    [HttpGet("/account/posts/drafts")]
    public async Task<IActionResult> List(string? before) => View(await list.RunAsync(Viewer, before, Cancel));

    /// <summary>The draft of a form, for the quick reply, whose page doesn't ask; 204 where there is none.</summary>
    [HttpGet("/drafts")]
    public async Task<IActionResult> Find(string? key)
    {
        Response.Headers.CacheControl = "no-store";
        if (DraftKey.Read(key) is not { } form || await find.RunAsync(Viewer, form.ToString(), Cancel) is not { } draft) return NoContent();
        return Json(new { draft.Id, draft.Version, draft.Title, draft.Body, at = At(draft.UpdatedAt) });
    }

    [HttpPost("/drafts")]
    public async Task<IActionResult> Save(DraftForm form)
    {
        var kept = await save.RunAsync(Viewer, new DraftText(form.Key, form.Title, form.Body, form.Fields, form.Version), Cancel);
        if (kept.Refusal is null) return Json(new { kept.Value.Id, kept.Value.Version, at = At(kept.Value.At) });
        var theirs = kept.Refusal.Kind == RefusalKind.Conflict ? await find.RunAsync(Viewer, form.Key!, Cancel) : null;
        Response.StatusCode = Refusals.StatusOf(kept.Refusal.Kind);
        return Json(new { error = refusals.Say(kept.Refusal), version = theirs?.Version, at = theirs is null ? null : At(theirs.UpdatedAt) });
    }

    /// <summary>Back to the form, now without it, or to the list that one came from.</summary>
    [HttpPost("/drafts/{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, string? from)
    {
        var done = await discard.RunAsync(Viewer, id, Cancel);
        return done.Refusal is { } refused ? Refused(refused) : SeeOther(from == "list" ? "/account/posts/drafts" : done.Value.Url);
    }

    private string At(DateTime utc) => DraftTime.Say(utc, Viewer.Now, Viewer.Zone);
}

/// <summary>10:32 for today, else with the day.</summary>
public static class DraftTime
{
    public static string Say(DateTime utc, DateTime now, TimeZoneInfo zone)
    {
        var (then, today) = (TimeZoneInfo.ConvertTimeFromUtc(utc, zone), TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        return then.ToString(then.Date == today.Date ? "H:mm" : "yyyy-MM-dd H:mm", CultureInfo.InvariantCulture);
    }
}
