using ForumEngine.Permissions;
using ForumEngine.Tags;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Tags;

/// <summary>The tags, a tag's threads, and completion for the field of a form.</summary>
[Access(Audience.Everyone), Route("tags")]
public sealed class TagsController(TagListQuery list, TagPageQuery page) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index(string? order = null, string? after = null) =>
        await list.RunAsync(Viewer, order == "name", after, Cancel) is { } tags ? View(tags) : Refused(Refusal.NotFound);

    [HttpGet("{name}")]
    public async Task<IActionResult> Show(string name, long? before = null)
    {
        var found = await page.RunAsync(Viewer, name, before, Cancel);
        if (found.Refusal is { Kind: RefusalKind.Moved } moved) return RedirectPermanent(TagAddress.Of((string)moved.Arguments[0]));
        if (found.Refusal is { } refused) return Refused(refused);
        return found.Value.Tag.Name == name ? View(found.Value) : RedirectPermanent(TagAddress.Of(found.Value.Tag.Name));
    }

    /// <summary>Names that begin so, as a list in JSON.</summary>
    [HttpGet("find"), Access(Audience.Members)]
    public async Task<IActionResult> Find(string? q = null) => Json(await list.FindAsync(Viewer, q, Cancel));
}

/// <summary>Where a tag's page is.</summary>
public static class TagAddress
{
    public static string Of(string name) => $"/tags/{Uri.EscapeDataString(name)}";
}

/// <summary>Names the texts of tags: TagsText.resx, TagsText.en.resx.</summary>
public sealed class TagsText;
