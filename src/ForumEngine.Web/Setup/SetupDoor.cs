using System.Security.Cryptography;
using System.Text;
using ForumEngine.Web.Hosting;

namespace ForumEngine.Web.Setup;

/// <summary>
/// Who may set the site up in a browser: whoever reads the log, where the token is printed once. It is good until the program
/// ends or the site is set up; another start makes another.
/// </summary>
public sealed class SetupDoor(SiteConfiguration site, ILogger<SetupDoor> log)
{
    private const int TokenLength = 24;
    private readonly string token = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", TokenLength);
    private int announced;
    private volatile bool isClosed;

    public string Cookie => site.IsHttps ? "__Host-forum-setup" : "forum-setup";

    /// <summary>Once, when it is known that the site isn't set up.</summary>
    public void Announce()
    {
        if (Interlocked.Exchange(ref announced, 1) == 1) return;
        log.LogWarning("This site is not set up yet. Open {Address} and enter the token {Token} or run `forum setup`; the token ends with this program",
            new Uri(site.BaseUrl ?? new Uri(ForumSite.DefaultUrl), "/setup"), token);
    }

    /// <summary>In the same time for any text.</summary>
    public bool Fits(string? typed) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes((typed ?? "").Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(token))) && !isClosed;

    public bool IsOpenFor(HttpRequest request) => Fits(request.Cookies[Cookie]);

    public void Open(HttpResponse response) => response.Cookies.Append(Cookie, token,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = site.IsHttps, Path = "/" });

    /// <summary>Used: no browser needs it any more.</summary>
    public void Close(HttpResponse response)
    {
        isClosed = true;
        response.Cookies.Delete(Cookie, new CookieOptions { Secure = site.IsHttps, Path = "/" });
    }
}
