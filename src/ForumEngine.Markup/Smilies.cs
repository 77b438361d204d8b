using System.Text;

namespace ForumEngine.Markup;

/// <summary>A code that members type and the emoji it becomes.</summary>
public readonly record struct Smiley(string Code, string Emoji);

/// <summary>Smilies are emoji: no pictures to load, and they read the same in mails and search. Codes that aren't known stay as typed.</summary>
public static class Smilies
{
    private const int LongestName = 20;

    /// <summary>Typed faces, such as <c>:)</c>; those of a forum that was Discuz too.</summary>
    public static IReadOnlyList<Smiley> Faces { get; } =
    [
        new(":)", "🙂"), new(":-)", "🙂"), new(":(", "🙁"), new(":-(", "🙁"), new(":D", "😃"), new(":-D", "😃"),
        new(";)", "😉"), new(";-)", "😉"), new(":P", "😛"), new(":-P", "😛"), new(";P", "😜"), new(":o", "😮"), new(":-O", "😮"),
        new(":'(", "😢"), new(":@", "😡"), new(":$", "😳"), new(":L", "😅"), new(":Q", "😤"), new(":|", "😐"), new(":-|", "😐"),
        new(":-/", "😕"), new(":*", "😘"), new("8-)", "😎"),
    ];

    /// <summary>By name, such as <c>:smile:</c>; some are known with one colon too.</summary>
    public static IReadOnlyList<Smiley> Names { get; } =
    [
        new(":smile:", "😄"), new(":grin:", "😁"), new(":lol:", "😂"), new(":joy:", "😂"), new(":rofl:", "🤣"), new(":wink:", "😉"),
        new(":blush:", "😊"), new(":loveliness:", "🥰"), new(":heart_eyes:", "😍"), new(":kiss:", "😘"), new(":hug:", "🤗"), new(":cool:", "😎"),
        new(":thinking:", "🤔"), new(":smirk:", "😏"), new(":sweat:", "😅"), new(":sob:", "😭"), new(":cry:", "😢"), new(":angry:", "😠"),
        new(":curse:", "🤬"), new(":funk:", "😱"), new(":dizzy:", "😵"), new(":shutup:", "🤐"), new(":sleepy:", "😴"), new(":doge:", "🐶"),
        new(":thumbsup:", "👍"), new(":+1:", "👍"), new(":thumbsdown:", "👎"), new(":-1:", "👎"), new(":ok:", "👌"), new(":victory:", "✌️"),
        new(":handshake:", "🤝"), new(":clap:", "👏"), new(":pray:", "🙏"), new(":muscle:", "💪"), new(":wave:", "👋"), new(":eyes:", "👀"),
        new(":heart:", "❤️"), new(":broken_heart:", "💔"), new(":fire:", "🔥"), new(":star:", "⭐"), new(":tada:", "🎉"), new(":100:", "💯"),
        new(":rose:", "🌹"), new(":cake:", "🎂"), new(":beer:", "🍺"), new(":coffee:", "☕"), new(":gift:", "🎁"), new(":rocket:", "🚀"),
        new(":call:", "📞"), new(":time:", "⏰"), new(":sun:", "☀️"), new(":moon:", "🌙"), new(":rainbow:", "🌈"), new(":bulb:", "💡"),
        new(":question:", "❓"), new(":exclamation:", "❗"), new(":check:", "✅"), new(":x:", "❌"), new(":warning:", "⚠️"), new(":point_right:", "👉"),
    ];

    /// <summary>Longest first, so that <c>:-)</c> isn't taken for less.</summary>
    private static readonly Smiley[] Typed =
        [.. Faces.Concat([new(":lol", "😂"), new(":handshake", "🤝"), new(":p", "😛"), new(":-p", "😛"), new(":O", "😮"), new(":-o", "😮"), new(";p", "😜")])
            .OrderByDescending(face => face.Code.Length)];

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Names.ToDictionary(name => name.Code, name => name.Emoji).GetAlternateLookup<ReadOnlySpan<char>>();

    internal static string Replace(string text)
    {
        StringBuilder? replaced = null;
        var plainStart = 0;
        for (var at = 0; at < text.Length && (at = text.AsSpan(at).IndexOfAny(':', ';', '8') is >= 0 and var next ? at + next : -1) >= 0;)
        {
            if (FindAt(text, at, plainStart) is not { } smiley)
            {
                at++;
                continue;
            }
            (replaced ??= new StringBuilder()).Append(text, plainStart, at - plainStart).Append(smiley.Emoji);
            plainStart = at += smiley.Code.Length;
        }
        return replaced is null ? text : replaced.Append(text, plainStart, text.Length - plainStart).ToString();
    }

    /// <summary>Not behind a digit (a time) or punctuation of code, unless that was a smiley itself.</summary>
    private static Smiley? FindAt(string text, int at, int behindLast)
    {
        if (at > behindLast && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is ':' or ';' or '/' or '='))
            return null;
        if (text[at] == ':' && NameAt(text, at) is { } named)
            return named;
        foreach (var face in Typed)
            if (string.CompareOrdinal(text, at, face.Code, 0, face.Code.Length) == 0)
                return StandsAlone(text, at, face.Code) ? face : null;
        return null;
    }

    private static Smiley? NameAt(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < LongestName && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '+' or '-'))
            end++;
        return end < text.Length && text[end] == ':' && ByName.TryGetValue(text.AsSpan(at, end + 1 - at), out var emoji)
            ? new Smiley(text[at..(end + 1)], emoji)
            : null;
    }

    /// <summary>A face with letters may not be part of a word: <c>C:Dir</c> laughs at nobody.</summary>
    private static bool StandsAlone(string text, int at, string code)
    {
        var after = at + code.Length < text.Length ? text[at + code.Length] : ' ';
        var before = at > 0 ? text[at - 1] : ' ';
        return char.IsAsciiLetterOrDigit(code[^1])
            ? !char.IsAsciiLetterOrDigit(after) && !char.IsAsciiLetterOrDigit(before)
            : code[0] != '8' || !char.IsAsciiLetterOrDigit(before);
    }
}
