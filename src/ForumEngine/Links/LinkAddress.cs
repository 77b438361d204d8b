using ForumEngine.Permissions;

namespace ForumEngine.Links;

/// <summary>Which addresses a link of the site may have. A browser reads more into one than it says: backslashes are slashes, tabs are nothing.</summary>
public static class LinkAddress
{
    public static Refusal? WhyNot(string url, LinkPlace place)
    {
        if (url.Length == 0) return place == LinkPlace.Badge ? null : Refusal.Invalid(nameof(SiteLink.Url), "LinkAddressMissing");
        if (url.Length > SiteLink.UrlLength) return Refusal.Invalid(nameof(SiteLink.Url), "TextTooLong", SiteLink.UrlLength);
        if (place == LinkPlace.Friend) return IsAbsolute(url, "https") || IsAbsolute(url, "http") ? null : Refusal.Invalid(nameof(SiteLink.Url), "FriendAddress");
        return IsPath(url) || IsAbsolute(url, "https") ? null : Refusal.Invalid(nameof(SiteLink.Url), "LinkAddress");
    }

    /// <summary>Of a page of this site.</summary>
    public static bool IsPath(string url) => url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && IsPlain(url);

    /// <summary>Of another site, without a name or password before the host.</summary>
    public static bool IsAbsolute(string url, string scheme) =>
        url.StartsWith($"{scheme}://", StringComparison.OrdinalIgnoreCase) && IsPlain(url)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Host.Length > 0;

    private static bool IsPlain(string url) => !url.Any(c => c == '\\' || c is '<' or '>' or '"' || char.IsControl(c) || char.IsWhiteSpace(c));
}
