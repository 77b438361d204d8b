using ForumEngine.Web.Hosting;

namespace ForumEngine.Web.Accounts;

/// <summary>
/// Where links in mails, feeds and the sitemap lead: Site:BaseUrl. Without it the request's host must do, which a forger may
/// choose; so it is said once in the log.
/// </summary>
public sealed class SiteAddress(SiteConfiguration site, IHostEnvironment environment, ILogger<SiteAddress> log)
{
    private int warned;

    public Uri For(HttpRequest request)
    {
        if (!environment.IsDevelopment() && site.BaseUrl is null && Interlocked.Exchange(ref warned, 1) == 0)
            log.LogWarning("Site:BaseUrl is not set: links in mails take the host that the visitor's request names. Set it.");
        return new Uri(Root(request) + "/");
    }

    /// <summary>The absolute address of a path of this site; of an absolute address, itself.</summary>
    public string Of(HttpRequest request, string path) => path.StartsWith('/') ? Root(request) + path : path;

    private string Root(HttpRequest request) =>
        site.BaseUrl?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
}

public static class SiteAddressOfRequest
{
    /// <summary>The absolute address of a path of this site.</summary>
    public static string Absolute(this HttpContext http, string path) => http.RequestServices.GetRequiredService<SiteAddress>().Of(http.Request, path);
}
