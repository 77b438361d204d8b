using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>Links of members: to an address that <see cref="Urls"/> lets pass, and never with our recommendation.</summary>
internal static class Links
{
    /// <summary>None of ours.</summary>
    public static (string Name, string Value) Recommendation { get; } = ("rel", "nofollow ugc noopener");

    public static Shape? ReadUrl(string? value) =>
        Urls.ReadLink(FirstWord(value)) is { } address ? To(address) : null;

    public static Shape? ReadEmail(string? value) =>
        Urls.ReadEmail(Unquote(value)) is { } address ? To("mailto:" + address) : null;

    /// <summary>A thread or post of this forum by its number; what may stand behind a comma doesn't matter.</summary>
    public static Shape? ReadNumber(string start, string? value) =>
        long.TryParse(value?.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? To(start + id.ToString(CultureInfo.InvariantCulture))
            : null;

    public static Shape To(string address) => new("a", ("href", address), Recommendation);

    /// <summary>Addresses hold no blanks; other engines put attributes behind one (<c>[url=… title="…"]</c>).</summary>
    private static string? FirstWord(string? value)
    {
        var unquoted = Unquote(value);
        var blank = unquoted?.IndexOf(' ') ?? -1;
        return blank > 0 && unquoted!.IndexOf('=', blank) > 0 ? unquoted[..blank] : unquoted;
    }

    private static string? Unquote(string? value)
    {
        var text = value?.Trim();
        return text is ['"', .., '"'] or ['\'', .., '\''] && text.Length > 1 ? text[1..^1].Trim() : text;
    }
}
