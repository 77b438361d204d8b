using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Look;

/// <summary>The design system on one page, for those who work on the engine: every token and every component.</summary>
[Access(Audience.Everyone), Route("style")]
public sealed class StyleController(IWebHostEnvironment environment, IStringLocalizer<LookText> text, TimeProvider clock) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index()
    {
        if (!environment.IsDevelopment()) return Refused(Refusal.NotFound);
        await using var css = environment.WebRootFileProvider.GetFileInfo("build/forum.css").CreateReadStream();
        using var reader = new StreamReader(css);
        var palette = Palette.Read(await reader.ReadToEndAsync(Cancel));
        // As a refused form does it, so that the sample shows its errors.
        ModelState.AddModelError("Title", text["WrongTitle"]);
        ModelState.AddModelError("Body", text["WrongBody"]);
        return View("Style", new StylePage(palette, new StyleSamples(text, clock.GetUtcNow().UtcDateTime)));
    }
}

public sealed record StylePage(IReadOnlyList<PaletteColour> Colours, StyleSamples Samples);

/// <summary>Names the texts of the style page: LookText.resx, LookText.en.resx.</summary>
public sealed class LookText;
