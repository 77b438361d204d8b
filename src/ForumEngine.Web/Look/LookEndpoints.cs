using System.Globalization;
using ForumEngine.Look;
using Microsoft.Net.Http.Headers;

namespace ForumEngine.Web.Look;

/// <summary>
/// The site's accent, logo and icons: like static files they need no viewer, so that blocked members and the page that says
/// the database is down have them too. Their addresses change with their contents.
/// </summary>
public static class LookEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLook(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/look/{hue:int:range(0,359)}.css", Read, Accent).ShortCircuit();
        app.MapMethods("/look/logo", Read, (HttpContext http, LookImages images) => PictureAsync(http, images, LookImage.Logo)).ShortCircuit();
        app.MapMethods("/look/icon-{name}.png", Read,
            (HttpContext http, LookImages images, string name) => PictureAsync(http, images, $"{LookImage.Icon}-{name}")).ShortCircuit();
        app.MapMethods("/look/pictures/{key}.png", Read, SitePictureAsync).ShortCircuit();
    }

    /// <summary>Where the style sheet of this hue is.</summary>
    public static string AccentPath(this HttpContext http, int hue) => $"{http.Request.PathBase}/look/{hue}.css?v={AccentSheet.Of(hue).Version}";

    /// <summary>What addresses of this picture carry.</summary>
    public static long Version(this LookImage image) => image.ChangedAt.Ticks / TimeSpan.TicksPerMillisecond;

    private static async Task<IResult> SitePictureAsync(HttpContext http, SitePictures pictures, string key)
    {
        if (await pictures.FindAsync(key, http.RequestAborted) is not { } bytes) return Results.NotFound();
        http.Response.Headers[HeaderNames.CacheControl] = ForEver;
        return Results.Bytes(bytes, "image/png");
    }

    private static IResult Accent(HttpContext http, int hue)
    {
        http.Response.Headers[HeaderNames.CacheControl] = ForEver;
        return Results.Text(AccentSheet.Of(hue).Css, "text/css; charset=utf-8");
    }

    private static async Task<IResult> PictureAsync(HttpContext http, LookImages images, string key)
    {
        if ((await images.CurrentOrLastAsync(http.RequestAborted)).Find(key) is not { } image) return Results.NotFound();
        var isCurrent = http.Request.Query["v"] == image.Version().ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[HeaderNames.CacheControl] = isCurrent ? ForEver : "no-cache";
        return Results.Bytes(image.Bytes, "image/png", lastModified: image.ChangedAt);
    }
}
