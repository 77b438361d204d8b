using System.Text.RegularExpressions;

namespace ForumEngine.Settings;

/// <summary>
/// A counter of visits that an administrator chose from a list: the provider, the site's number there and, for one that runs on a server
/// of one's own, its host. Nobody types a script; the engine's own (assets/ts/visits.ts) loads the provider's, and the policy of the
/// pages allows these hosts and no others: <paramref name="Script"/> is where the provider's script comes from, <paramref name="Report"/>
/// where it sends to.
/// </summary>
public sealed partial record VisitCounter(string Provider, string Id, string Host, string Script, string Report)
{
    public const string None = "none", Baidu = "baidu", La51 = "51la", Matomo = "matomo", Plausible = "plausible", Umami = "umami";

    /// <summary>Pages whose addresses are nobody else's business: they may carry one-time codes, names of members, cases.</summary>
    private static readonly string[] Private = ["/account", "/admin", "/desk", "/messages", "/notifications", "/setup", "/simulation"];

    /// <summary>Null while none is chosen, or id or host are missing.</summary>
    public static VisitCounter? Of(FooterSection footer) => WhyNot(footer.Counter, footer.CounterId, footer.CounterHost) is not null ? null : footer.Counter switch
    {
        Baidu => new(Baidu, footer.CounterId, "hm.baidu.com", "https://hm.baidu.com", "https://hm.baidu.com"),
        La51 => new(La51, footer.CounterId, "sdk.51.la", "https://sdk.51.la", "https://collect-v6.51.la"),
        Matomo or Plausible or Umami => new(footer.Counter, footer.CounterId, footer.CounterHost, $"https://{footer.CounterHost}", $"https://{footer.CounterHost}"),
        _ => null,
    };

    /// <summary>The setting that doesn't fit the provider; null if all do.</summary>
    public static string? WhyNot(string provider, string id, string host) => provider switch
    {
        None => null,
        Baidu when !BaiduIds().IsMatch(id) => "Footer.CounterId",
        La51 when !La51Ids().IsMatch(id) => "Footer.CounterId",
        Matomo when !Numbers().IsMatch(id) => "Footer.CounterId",
        Plausible when !id.Contains('.', StringComparison.Ordinal) => "Footer.CounterId",
        Umami when !Guid.TryParseExact(id, "D", out _) => "Footer.CounterId",
        Matomo or Plausible or Umami when host.Length == 0 => "Footer.CounterHost",
        _ => null,
    };

    /// <summary>Whether a page of this path is counted. The address of an appeal carries the key to it.</summary>
    public static bool Counts(string path) => !path.EndsWith("/appeal", StringComparison.OrdinalIgnoreCase) && !Array.Exists(Private, p => path.StartsWith(p, StringComparison.OrdinalIgnoreCase) && (path.Length == p.Length || path[p.Length] == '/'));

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex BaiduIds();

    [GeneratedRegex("^[A-Za-z0-9]{8,32}$")]
    private static partial Regex La51Ids();

    [GeneratedRegex("^[0-9]{1,9}$")]
    private static partial Regex Numbers();
}
