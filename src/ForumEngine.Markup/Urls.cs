using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>
/// Which addresses may leave a post. An address is taken as a whole or not at all: nothing is repaired, so no
/// half-decoded trick (entities, tabs, other schemes, user names before a host) can turn into something else.
/// </summary>
internal static class Urls
{
    public const int MaxLength = 2048;
    private const int MaxEmailLength = 254;

    /// <summary>http, https, mailto, or an address on this site that begins with one slash.</summary>
    public static string? ReadLink(string? text)
    {
        if (text is null || !IsPlain(text))
            return null;
        if (text[0] == '/')
            return text.StartsWith("//", StringComparison.Ordinal) ? null : text;
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return ReadEmail(text["mailto:".Length..]) is { } email ? "mailto:" + email : null;
        return IsWeb(text) ? text : null;
    }

    /// <summary>An address elsewhere: http or https.</summary>
    public static string? ReadWeb(string text) => text.Length > 0 && IsPlain(text) && IsWeb(text) ? text : null;

    public static string? ReadImage(string text)
    {
        var address = text.Trim();
        return IsPlain(address) && address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && IsWeb(address) ? address : null;
    }

    /// <summary>A plain ASCII address; no quoted parts, comments or header fields.</summary>
    public static string? ReadEmail(string? text)
    {
        if (text is null or { Length: > MaxEmailLength })
            return null;
        var at = text.IndexOf('@');
        return at > 0 && text[..at].All(IsMailbox) && IsMailHost(text[(at + 1)..]) ? text : null;
    }

    private static bool IsMailbox(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+';

    private static bool IsMailHost(string host) =>
        host.Contains('.') && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && Uri.CheckHostName(host) == UriHostNameType.Dns;

    private static bool IsWeb(string text) =>
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && !text.AsSpan(0, AuthorityEnd(text)).Contains('@')
        && Uri.CheckHostName(uri.DnsSafeHost) != UriHostNameType.Unknown;

    private static int AuthorityEnd(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = text.AsSpan(start).IndexOfAny("/?#");
        return end < 0 ? text.Length : start + end;
    }

    /// <summary>Nothing that browsers strip or read in more than one way: blanks, controls, zero-width characters, backslashes, quotes.</summary>
    private static bool IsPlain(string text)
    {
        if (text.Length is 0 or > MaxLength)
            return false;
        foreach (var c in text)
            if (char.IsWhiteSpace(c) || c is '\\' or '"' or '<' or '>' or '`' or '\uFFFD'
                || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format)
                return false;
        return true;
    }
}
