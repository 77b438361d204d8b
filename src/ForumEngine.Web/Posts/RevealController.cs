using ForumEngine.Posts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Posts;

/// <summary>Staff ask who wrote an anonymous post; the staff log keeps that they did.</summary>
[Access(Audience.Staff), Route("desk/posts/{id:long}/author")]
public sealed class RevealController(RevealAuthor reveal) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Show(long id)
    {
        var found = await reveal.OpenAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Reveal", new RevealForm { Post = found.Value });
    }

    [HttpPost]
    public async Task<IActionResult> Reveal(long id, RevealForm form)
    {
        var found = await reveal.OpenAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        form.Post = found.Value;
        var no = await reveal.RunAsync(Viewer, id, form.Reason ?? "", Cancel);
        return no is null ? SeeOther($"/desk/posts/{id}/author") : FormAgain(no, "Reveal", form);
    }
}

/// <summary>The field of /desk/posts/{id}/author.</summary>
public sealed class RevealForm
{
    public string? Reason { get; set; }

    [BindNever]
    public UnnamedPost? Post { get; set; }
}
