namespace ForumEngine.Markup;

/// <summary>The sites whose videos can be played in a post.</summary>
public static class Embeds
{
    /// <summary>All that the library knows, by the host that an administrator reads: <c>bilibili.com</c>.</summary>
    public static IReadOnlyList<string> KnownHosts { get; } = [];

    /// <summary>The origins that frames are loaded from when these sites are allowed, for <c>frame-src</c> of the site's policy.</summary>
    public static IReadOnlyList<string> FrameSources(IEnumerable<string> allowedHosts) => [];
}
