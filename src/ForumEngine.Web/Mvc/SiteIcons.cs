namespace ForumEngine.Web.Mvc;

/// <summary>The site's icon as PNG: what an administrator uploaded, else the engine's own of wwwroot/icons/ (drawn by scripts/draw-icons).</summary>
public static class SiteIcons
{
    /// <summary>32 is the tab's, 180 Apple's (opaque), 192 and 512 the manifest's; "maskable-512" keeps clear of cut corners.</summary>
    public static readonly string[] Names = ["32", "180", "192", "512", "maskable-512"];

    /// <summary>Address of one of <see cref="Names"/>; it may be cached for ever.</summary>
    public static string Icon(this HttpContext http, Frame frame, string name) => frame.IconVersion is { } version
        ? $"{http.Request.PathBase}/look/icon-{name}.png?v={version}"
        : http.Asset($"icons/icon-{name}.png");
}
