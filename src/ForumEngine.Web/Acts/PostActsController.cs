using ForumEngine.Acts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Acts;

/// <summary>Acts on several posts of one thread; splitting them off is one of these.</summary>
[Access(Audience.Staff)]
public sealed class PostActsController(ChosenPosts chosen, ActOnPosts acts, SplitThread split, FindPost find) : ForumController
{
    [HttpGet("/desk/posts/act")]
    public async Task<IActionResult> Ask(PostActsForm form)
    {
        if (form.Post.Count == 0) return Refused(Refusal.Invalid("", "NoPostChosen"));
        if (await FillAsync(form) is { } refused) return Refused(refused);
        ModelState.Clear();
        form.Tell = true;
        return View("Posts", form);
    }

    [HttpPost("/desk/posts/act")]
    public async Task<IActionResult> Act(PostActsForm form)
    {
        if (await FillAsync(form) is { } refused) return Refused(refused);
        var thread = form.On!.Thread;
        var note = ActNote.Of(form.Reason, form.Tell);
        if (form.Kind == "split")
        {
            var apart = await split.RunAsync(Viewer, thread.Id, [.. form.Posts.Select(p => p.Floor)], form.Title, note, Cancel);
            return apart.Refusal is { } no ? FormAgain(no, "Posts", form) : SeeOther($"/threads/{apart.Value.Thread}");
        }
        var done = await acts.RunAsync(Viewer, thread.Id, form.Post, form.Act, note, Cancel);
        if (done.Refusal is { } wrong) return FormAgain(wrong, "Posts", form);
        if (done.Value.All(r => r.Refusal is null)) return SeeOther(await find.AddressAsync(thread.Id, done.Value[0].Floor, Cancel));
        if (done.Value.All(r => r.Refusal is not null)) Response.StatusCode = StatusCodes.Status409Conflict;
        return View("PostsDone", new PostsDone(form, done.Value));
    }

    private async Task<Refusal?> FillAsync(PostActsForm form)
    {
        var found = await chosen.ReadAsync(Viewer, form.Post, Cancel);
        if (found.Refusal is { } refused) return refused;
        (form.Posts, form.On) = (found.Value.Posts, found.Value.On);
        return null;
    }
}
