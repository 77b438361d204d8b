namespace ForumEngine.Markup;

/// <summary>
/// The sites whose videos can be played in a post. A host must be the same letter by letter, and of the address only the
/// video's id is taken, in the alphabet of that site; the player's address is written anew.
/// </summary>
public static class Embeds
{
    /// <summary>All that the library knows, by the host that an administrator reads: <c>bilibili.com</c>.</summary>
    public static IReadOnlyList<string> KnownHosts { get; } = [.. EmbedSites.All.Select(site => site.Host)];

    /// <summary>The origins that frames are loaded from when these sites are allowed, for <c>frame-src</c> of the site's policy.</summary>
    public static IReadOnlyList<string> FrameSources(IEnumerable<string> allowedHosts) =>
        [.. Allowed(allowedHosts).Select(site => site.Origin).Distinct()];

    /// <summary>The address of the player for a video's page, or null when it isn't one of an allowed site.</summary>
    internal static string? PlayerOf(string address, IEnumerable<string> allowedHosts)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsDefaultPort)
            return null;
        var site = Allowed(allowedHosts).FirstOrDefault(site => site.Pages.Contains(uri.Host));
        return site?.Find(uri) is { } player ? site.Origin + player : null;
    }

    /// <summary>For the second net: loaded from a player's origin.</summary>
    internal static bool IsPlayer(string address) =>
        EmbedSites.All.Any(site => address.StartsWith(site.Origin + "/", StringComparison.Ordinal));

    private static IEnumerable<EmbedSite> Allowed(IEnumerable<string> hosts)
    {
        var allowed = hosts as IReadOnlyCollection<string> ?? [.. hosts];
        return EmbedSites.All.Where(site => allowed.Contains(site.Host, StringComparer.OrdinalIgnoreCase));
    }
}
