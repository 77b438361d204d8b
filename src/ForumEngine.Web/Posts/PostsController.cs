using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Web.Attachments;
using ForumEngine.Web.Drafts;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Review;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Posts;

/// <summary>Replying, quoting, editing, and the permalink of a post.</summary>
[Access(Audience.Everyone), ServiceFilter<WritingFiles>]
public sealed class PostsController(ReplyToThread reply, ReplyFormQuery form, EditPost edit, FindPost find, PreviewPost preview, FormDraft drafts)
    : ForumController
{
    [HttpGet("/threads/{id:long}/reply")]
    public async Task<IActionResult> Reply(long id, long? quote = null, string? draft = null)
    {
        var found = await form.RunAsync(Viewer, id, quote, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var empty = new ReplyForm { Around = found.Value, QuotePostId = found.Value.Quoted?.PostId, SubmissionId = Guid.NewGuid() };
        empty.Show(PostChoices.Usual);
        await drafts.OfferAsync(Viewer, empty, DraftKey.Reply(id), draft, Cancel);
        return View(empty);
    }

    [HttpPost("/threads/{id:long}/reply"), UploadLimit]
    public async Task<IActionResult> Reply(long id, ReplyForm typed)
    {
        if (typed.Preview is not null || typed.OnlyFiles) return await PreviewAsync(id, typed);
        var done = await reply.RunAsync(Viewer, new Reply(id, typed.Body, typed.QuotePostId, typed.SubmissionId) { Choices = typed.Choices(Viewer) }, Cancel);
        if (done.Refusal is { } refused) return await AgainAsync(id, typed, refused);
        return SeeOther(PendingAddress.Of(done.Value) ?? await AddressAsync(done.Value));
    }

    [HttpGet("/posts/{id:long}")]
    public async Task<IActionResult> Show(long id)
    {
        var address = await find.AddressAsync(Viewer, id, Cancel);
        return address.Refusal is { } refused ? Refused(refused) : Redirect(address.Value);
    }

    [HttpGet("/posts/{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, string? draft = null)
    {
        var found = await edit.OpenAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var post = found.Value;
        var filled = new EditForm { Post = post, Title = post.Title, Body = post.Body, Version = post.Version, TypeId = post.TypeId };
        filled.Show(post.Choices);
        await drafts.OfferAsync(Viewer, filled, DraftKey.Edit(id), draft, Cancel);
        return View(filled);
    }

    [HttpPost("/posts/{id:long}/edit"), UploadLimit]
    public async Task<IActionResult> Edit(long id, EditForm typed)
    {
        if (typed.OnlyFiles) return await EditAgainAsync(id, typed, null);
        if (typed.Preview is null)
        {
            var change = new PostEdit(id, typed.Title, typed.Body, typed.EditReason, typed.Version) { Choices = typed.Choices(Viewer), TypeId = typed.TypeId };
            var done = await edit.RunAsync(Viewer, change, Cancel);
            if (done.Refusal is null) return SeeOther(await AddressAsync(done.Value));
            return await EditAgainAsync(id, typed, done.Refusal);
        }
        var shown = await preview.RunAsync(typed.Body, Cancel, typed.Choices(Viewer).Flags());
        if (shown.Refusal is null) typed.Rendered = shown.Value;
        return await EditAgainAsync(id, typed, shown.Refusal);
    }

    private async Task<IActionResult> EditAgainAsync(long id, EditForm typed, Refusal? refused)
    {
        var found = await edit.OpenAsync(Viewer, id, Cancel);
        if (found.Refusal is { } gone) return Refused(gone);
        typed.Post = found.Value;
        // Who was told of the other change may save over it.
        if (refused?.Kind == RefusalKind.Conflict)
        {
            if (typed.Version is { } version) typed.Meanwhile = await edit.SinceAsync(found.Value, version, Cancel);
            typed.Version = found.Value.Version;
        }
        return refused is null ? View("Edit", typed) : FormAgain(refused, "Edit", typed);
    }

    private async Task<IActionResult> PreviewAsync(long id, ReplyForm typed)
    {
        var found = await form.RunAsync(Viewer, id, typed.QuotePostId, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        typed.Around = found.Value;
        if (typed.OnlyFiles) return View("Reply", typed);
        var shown = await preview.RunAsync(typed.Body, Cancel, typed.Choices(Viewer).Flags());
        if (shown.Refusal is { } wrong) return FormAgain(wrong, "Reply", typed);
        typed.Rendered = shown.Value;
        return View("Reply", typed);
    }

    /// <summary>The text stays in the editor, whatever the reason: a thread closed while one was writing too.</summary>
    private async Task<IActionResult> AgainAsync(long id, ReplyForm typed, Refusal refused)
    {
        var around = await form.AroundAsync(Viewer, id, typed.QuotePostId, Cancel);
        if (around is null) return Refused(refused);
        typed.Around = around;
        return FormAgain(refused, "Reply", typed);
    }

    private Task<string> AddressAsync(PostPlace place) => find.AddressAsync(place.ThreadId, place.Floor, Cancel);
}
