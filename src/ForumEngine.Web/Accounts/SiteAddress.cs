using ForumEngine.Web.Hosting;

namespace ForumEngine.Web.Accounts;

/// <summary>
/// Where links in mails lead: Site:BaseUrl. Without it the request's host must do, which a forger may choose;
/// so it is said once in the log.
/// </summary>
public sealed class SiteAddress(SiteConfiguration site, IHostEnvironment environment, ILogger<SiteAddress> log)
{
    private int warned;

    public Uri For(HttpRequest request)
    {
        if (site.BaseUrl is { } fixedUrl) return fixedUrl.AbsoluteUri.EndsWith('/') ? fixedUrl : new Uri(fixedUrl.AbsoluteUri + "/");
        if (!environment.IsDevelopment() && Interlocked.Exchange(ref warned, 1) == 0)
            log.LogWarning("Site:BaseUrl is not set: links in mails take the host that the visitor's request names. Set it.");
        return new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/");
    }
}
