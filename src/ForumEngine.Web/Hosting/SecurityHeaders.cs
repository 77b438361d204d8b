namespace ForumEngine.Web.Hosting;

/// <summary>The one policy of surface.md, on every answer: no inline script or style, nothing from other hosts but https pictures.</summary>
public sealed class SecurityHeaders(RequestDelegate next, SiteConfiguration site)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; media-src 'self' https:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'none'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (site.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next(http);
    }
}
