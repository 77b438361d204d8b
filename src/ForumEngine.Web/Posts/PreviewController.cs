using ForumEngine.Posts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Posts;

/// <summary>What is being previewed: a text alone.</summary>
public sealed class PreviewForm
{
    public string? Body { get; set; }

    /// <summary>Ids of the files that the text may show, parted by commas.</summary>
    public string? Files { get; set; }

    public bool NoSmilies { get; set; }
    public bool NoLinks { get; set; }
}

/// <summary>The live preview: the server's own rendering of what is being typed, kept nowhere.</summary>
[Access(Audience.Members)]
public sealed class PreviewController(PreviewPost preview) : ForumController
{
    [HttpPost("/posts/preview")]
    public async Task<IActionResult> Show(PreviewForm typed)
    {
        var options = (typed.NoSmilies ? PostOptions.NoSmilies : PostOptions.None) | (typed.NoLinks ? PostOptions.NoLinks : PostOptions.None);
        var shown = await preview.RunAsync(typed.Body, Cancel, options);
        return shown.Refusal is { } refused ? FormAgain(refused, "Preview", "") : View("Preview", shown.Value);
    }
}
