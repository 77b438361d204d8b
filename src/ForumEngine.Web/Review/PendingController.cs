using ForumEngine.Posts;
using ForumEngine.Review;
using ForumEngine.Web.Attachments;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Review;

/// <summary>What one wrote and isn't published yet: seen, changed, sent again, withdrawn.</summary>
[Access(Audience.Members), Route("account/posts/pending"), ServiceFilter<WritingFiles>]
public sealed class PendingController(OwnPending own, PreviewPost preview) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> List() => View("Own", await own.ListAsync(Viewer, Cancel));

    /// <summary>The page after sending, and the form; <paramref name="sent"/> thanks for it.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, string? sent = null)
    {
        var found = await own.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var row = found.Value.Row;
        if (row.PostId is { } post) return Redirect($"/posts/{post}");
        var form = new PendingForm { Of = found.Value, Title = row.Title, Body = row.Body, WasSent = sent is not null };
        form.Show(row.ReadFields().Choices);
        return View("OwnEdit", form);
    }

    [HttpPost("{id:long}"), UploadLimit]
    public async Task<IActionResult> Edit(long id, PendingForm form)
    {
        var found = await own.FindAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        form.Of = found.Value;
        if (form.OnlyFiles) return View("OwnEdit", form);
        if (form.Preview is not null)
        {
            var shown = await preview.RunAsync(form.Body, Cancel, form.Choices(Viewer).Flags());
            if (shown.Refusal is { } wrong) return FormAgain(wrong, "OwnEdit", form);
            form.Rendered = shown.Value;
            return View("OwnEdit", form);
        }
        var problem = await own.ChangeAsync(Viewer, id, form.Title, form.Body, form.Choices(Viewer), Cancel);
        return problem is null ? SeeOther($"/account/posts/pending/{id}?sent=1") : FormAgain(problem, "OwnEdit", form);
    }

    [HttpPost("{id:long}/withdraw")]
    public async Task<IActionResult> Withdraw(long id) =>
        await own.WithdrawAsync(Viewer, id, Cancel) is { } refused ? Refused(refused) : SeeOther("/account/posts/pending");
}

/// <summary>A pending post's form; the title only of a thread.</summary>
public sealed class PendingForm : WritingForm
{
    public string? Title { get; set; }

    [BindNever]
    public OwnPendingPost? Of { get; set; }

    [BindNever]
    public bool WasSent { get; set; }
}

/// <summary>Where a written post is to be seen.</summary>
public static class PendingAddress
{
    /// <summary>The page that says that it waits; null when it is published.</summary>
    public static string? Of(PostPlace place) => place.PendingId is { } id ? $"/account/posts/pending/{id}?sent=1" : null;
}
