using System.Globalization;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Offline;

/// <summary>What a phone needs to put the forum on its home screen. The same for everybody who reads its language.</summary>
[Access(Audience.EvenBlocked), StaysOpen]
public sealed class ManifestController(FrameSource frames, IStringLocalizer<OfflineText> text) : ForumController
{
    private const int ShortNameLength = 12;

    [HttpGet("/manifest.webmanifest")]
    public async Task<IActionResult> Show()
    {
        var frame = await frames.GetAsync();
        Response.Headers.CacheControl = "public, max-age=3600";
        return Json(new
        {
            id = "/",
            name = frame.SiteName,
            short_name = Short(frame.SiteName),
            description = frame.Tagline,
            lang = CultureInfo.CurrentUICulture.Name,
            dir = "ltr",
            start_url = "/",
            scope = "/",
            display = "standalone",
            theme_color = Colours.Paper,
            background_color = Colours.Paper,
            icons = new[] { Icon(frame, "192"), Icon(frame, "512"), Icon(frame, "maskable-512", "maskable") },
            shortcuts = new[] { Shortcut("Search", "/search"), Shortcut("Notices", "/notifications"), Shortcut("Darkroom", "/darkroom") },
        }, contentType: "application/manifest+json; charset=utf-8");
    }

    private JsonResult Json(object value, string contentType)
    {
        var json = Json(value);
        json.ContentType = contentType;
        return json;
    }

    /// <summary>Home screens cut long names off; the first word is better than half of the second.</summary>
    private static string Short(string name)
    {
        if (new StringInfo(name).LengthInTextElements <= ShortNameLength) return name;
        var word = name.Split(' ')[0];
        var elements = new StringInfo(word);
        return elements.LengthInTextElements <= ShortNameLength ? word : elements.SubstringByTextElements(0, ShortNameLength);
    }

    private object Icon(Frame frame, string name, string purpose = "any")
    {
        var size = name.Split('-')[^1];
        return new { src = HttpContext.Icon(frame, name), sizes = $"{size}x{size}", type = "image/png", purpose };
    }

    private object Shortcut(string key, string url) => new { name = text[key].Value, url };
}
