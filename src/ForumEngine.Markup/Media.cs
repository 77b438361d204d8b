namespace ForumEngine.Markup;

/// <summary>
/// <c>[media]</c>, <c>[audio]</c>, <c>[video]</c> and the Flash of old: a player of a known site, loaded on a click; a sound or
/// film file, loaded when it is started; else a link.
/// </summary>
internal static class Media
{
    private static readonly string[] Sounds = [".mp3", ".m4a", ".ogg", ".oga", ".wav", ".flac", ".aac"];
    private static readonly string[] Films = [".mp4", ".webm", ".m4v", ".ogv"];

    public static Shape? Read(string? value, string content, MarkupOptions options)
    {
        if (Urls.ReadWeb(content.Trim()) is not { } address)
            return null;
        if (Embeds.PlayerOf(address, options.EmbedHosts) is { } player)
        {
            var link = Links.To(address);
            return link with { Attributes = [.. link.Attributes, ("class", "embed"), ("data-src", player)], Words = address };
        }
        return (options.LinkedImages ? PlayerOf(address) : null) is { } element
            ? new Shape(element, ("src", address), ("controls", ""), ("preload", "none"))
            : Links.To(address) with { Words = address };
    }

    private static string? PlayerOf(string address)
    {
        if (!address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return null;
        var path = address.AsSpan();
        var end = path.IndexOfAny('?', '#');
        path = end < 0 ? path : path[..end];
        return EndsWith(path, Sounds) ? "audio" : EndsWith(path, Films) ? "video" : null;
    }

    private static bool EndsWith(ReadOnlySpan<char> path, string[] endings)
    {
        foreach (var ending in endings)
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
