using ForumEngine.Markup;
using ForumEngine.Settings;

namespace ForumEngine.Web.Hosting;

/// <summary>The one policy of surface.md, on every answer: no inline script or style, nothing from other hosts but https pictures and the videos that the settings allow.</summary>
public sealed class SecurityHeaders(RequestDelegate next, SiteConfiguration site, SettingsSource settings)
{
    private volatile Written? written;

    private sealed record Written(string Hosts, bool LinkedImages, string Policy);

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy();
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (site.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next(http);
    }

    /// <summary>As the settings last known say, which are there while the database is down.</summary>
    private string Policy()
    {
        var markup = settings.LastKnown.Markup;
        if (written is { } known && known.Hosts == markup.EmbedHosts && known.LinkedImages == markup.LinkedImages) return known.Policy;
        var frames = string.Join(' ', Embeds.FrameSources(markup.Hosts()));
        var policy = $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{(markup.LinkedImages ? " https:" : "")}; media-src 'self' https:; "
            + $"font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src {(frames.Length > 0 ? frames : "'none'")}; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        written = new Written(markup.EmbedHosts, markup.LinkedImages, policy);
        return policy;
    }
}
