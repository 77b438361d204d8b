using ForumEngine.Markup;
using ForumEngine.Settings;

namespace ForumEngine.Web.Hosting;

/// <summary>The one policy of surface.md, on every answer: no inline script or style, nothing from other hosts but https pictures, the videos that the settings allow, and a counter of visits where one was chosen.</summary>
public sealed class SecurityHeaders(RequestDelegate next, SiteConfiguration site, SettingsSource settings)
{
    private volatile Written? written;

    private sealed record Written(SiteSettings Of, string Plain, string Counted);

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy(http.Request.Path.Value ?? "");
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (site.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next(http);
    }

    /// <summary>As the settings last known say, which are there while the database is down.</summary>
    private string Policy(string path)
    {
        var (now, known) = (settings.LastKnown, written);
        if (known?.Of != now) written = known = new Written(now, Write(now.Markup, null), Write(now.Markup, VisitCounter.Of(now.Footer)));
        return VisitCounter.Counts(path) ? known.Counted : known.Plain;
    }

    /// <summary>A chosen counter of visits adds its two hosts, on the pages that are counted only.</summary>
    private static string Write(MarkupSection markup, VisitCounter? counter)
    {
        var frames = string.Join(' ', Embeds.FrameSources(markup.Hosts()));
        var (script, report) = counter is null ? ("", "") : ($" {counter.Script}", $" {counter.Report}");
        return $"default-src 'none'; script-src 'self'{script}; style-src 'self'; img-src 'self' data:{(markup.LinkedImages ? " https:" : report)}; media-src 'self' https:; "
            + $"font-src 'self'; connect-src 'self'{report}; worker-src 'self'; manifest-src 'self'; frame-src {(frames.Length > 0 ? frames : "'none'")}; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
