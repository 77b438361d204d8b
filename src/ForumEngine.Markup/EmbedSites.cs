using System.Globalization;

namespace ForumEngine.Markup;

/// <param name="Host">What the site is called.</param>
/// <param name="Origin">Where its player is loaded from.</param>
/// <param name="Pages">The hosts of its videos' pages.</param>
/// <param name="Find">The player's path for such a page; null when that is no video.</param>
internal sealed record EmbedSite(string Host, string Origin, string[] Pages, Func<Uri, string?> Find);

internal static class EmbedSites
{
    private const int MaxId = 40;

    public static IReadOnlyList<EmbedSite> All { get; } =
    [
        new("bilibili.com", "https://player.bilibili.com", ["www.bilibili.com", "bilibili.com", "m.bilibili.com", "player.bilibili.com"], Bilibili),
        new("youtube.com", "https://www.youtube-nocookie.com", ["www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"], YouTube),
        new("youku.com", "https://player.youku.com", ["v.youku.com", "player.youku.com"], Youku),
        new("qq.com", "https://v.qq.com", ["v.qq.com"], Tencent),
        new("acfun.cn", "https://www.acfun.cn", ["www.acfun.cn", "m.acfun.cn"], page => Id(Segment(page, "v"), "ac") is { } id ? "/player/" + id : null),
        new("ixigua.com", "https://www.ixigua.com", ["www.ixigua.com"], page => Digits(Segments(page).FirstOrDefault()) is { } id ? $"/iframe/{id}?autoplay=0" : null),
        new("music.163.com", "https://music.163.com", ["music.163.com", "y.music.163.com"], NetEase),
        new("vimeo.com", "https://player.vimeo.com", ["vimeo.com", "www.vimeo.com", "player.vimeo.com"],
            page => Digits(Segments(page).LastOrDefault()) is { } id ? "/video/" + id : null),
        new("dailymotion.com", "https://www.dailymotion.com", ["www.dailymotion.com"], page => Id(Segment(page, "video")) is { } id ? "/embed/video/" + id : null),
    ];

    private static string? Bilibili(Uri page)
    {
        var video = Segment(page, "video") ?? Query(page, "bvid") ?? (Query(page, "aid") is { } aid ? "av" + aid : null);
        var number = Digits(Query(page, "p")) is { } p ? "&page=" + p : "";
        if (Id(video, "BV") is { Length: 12 } id)
            return $"/player.html?bvid={id}&autoplay=0{number}";
        return video?.StartsWith("av", StringComparison.OrdinalIgnoreCase) == true && Digits(video[2..]) is { } old
            ? $"/player.html?aid={old}&autoplay=0{number}"
            : null;
    }

    private static string? YouTube(Uri page)
    {
        var video = page.Host == "youtu.be" ? Segments(page).FirstOrDefault()
            : Query(page, "v") ?? Segment(page, "embed") ?? Segment(page, "shorts") ?? Segment(page, "live") ?? Segment(page, "v");
        return Id(video) is { Length: 11 } id ? "/embed/" + id : null;
    }

    /// <summary>Ids may end in = signs.</summary>
    private static string? Youku(Uri page)
    {
        var video = Segment(page, "v_show") is { } show && show.StartsWith("id_", StringComparison.Ordinal) ? show[3..].Replace(".html", "", StringComparison.Ordinal)
            : Segment(page, "embed") ?? Segment(page, "sid");
        var bare = video?.TrimEnd('=');
        return Id(bare) is { } id && video!.Length - bare!.Length <= 2 ? "/embed/" + id + video[bare.Length..] : null;
    }

    private static string? Tencent(Uri page)
    {
        var last = Segments(page).LastOrDefault();
        var video = Query(page, "vid") ?? (last?.EndsWith(".html", StringComparison.Ordinal) == true ? last[..^".html".Length] : null);
        return Id(video) is { Length: > 8 and < 16 } id ? "/txp/iframe/player.html?vid=" + id : null;
    }

    /// <summary>The pages stand behind a #.</summary>
    private static string? NetEase(Uri page)
    {
        var path = page.Fragment.StartsWith("#/", StringComparison.Ordinal) && Uri.TryCreate("https://music.163.com" + page.Fragment[1..], UriKind.Absolute, out var inner) ? inner : page;
        return Segments(path).FirstOrDefault() == "song" && Digits(Query(path, "id")) is { } id ? $"/outchain/player?type=2&id={id}&auto=0" : null;
    }

    private static string[] Segments(Uri page) => page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The piece of the path behind <paramref name="name"/>.</summary>
    private static string? Segment(Uri page, string name)
    {
        var segments = Segments(page);
        var index = Array.IndexOf(segments, name);
        return index >= 0 && index + 1 < segments.Length ? segments[index + 1] : null;
    }

    private static string? Query(Uri page, string name)
    {
        foreach (var pair in page.Query.TrimStart('?').Split('&'))
            if (pair.StartsWith(name + "=", StringComparison.Ordinal))
                return pair[(name.Length + 1)..];
        return null;
    }

    private static string? Id(string? text, string start = "") =>
        text is { Length: > 0 and <= MaxId } && text.StartsWith(start, StringComparison.Ordinal)
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? text : null;

    private static string? Digits(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
}
