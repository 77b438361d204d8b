using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Posts;

namespace ForumEngine.Tags;

/// <summary>Names of tags as members type them (features.md A3). Pure.</summary>
public static class TagNames
{
    /// <summary>Commas and semicolons of both scripts, and the mark between the items of a Chinese list.</summary>
    private static readonly char[] Separators = [',', '\uFF0C', '\u3001', ';', '\uFF1B', '\n', '\r'];

    /// <summary>Names that are addresses below /tags.</summary>
    private static readonly string[] Reserved = ["find"];

    /// <summary>
    /// Parted by commas, 、 or semicolons, since a name may have blanks in it; a # in front is a habit and goes. The same name
    /// twice, however it is written, counts once.
    /// </summary>
    public static IReadOnlyList<string> Parse(string? typed) =>
        [.. (typed ?? "").Split(Separators).Select(n => PostText.CleanTitle(n).TrimStart('#').Trim()).Where(n => n.Length > 0).DistinctBy(Fold)];

    /// <summary>NFKC and case-folded: what uniqueness goes by.</summary>
    public static string Fold(string name) => MemberName.Fold(name);

    public static string Join(IEnumerable<string> names) => string.Join(',', names);

    public static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>For parsed names; the limit is the group's.</summary>
    public static Refusal? WhyNot(Viewer who, IReadOnlyList<string> names)
    {
        if (names.Count == 0) return null;
        var limit = who.Level(GroupRight.TagLimit);
        if (limit == 0) return Refusal.Invalid("Tags", "NoTagRight");
        if (names.Count > limit) return Refusal.Invalid("Tags", "TooManyTags", limit);
        return names.Select(WhyNotName).FirstOrDefault(r => r is not null)
            ?? (Join(names).Length > Tag.NamesLength ? Refusal.Invalid("Tags", "TagTooLong", Tag.NameLength, names[^1]) : null);
    }

    /// <summary>1 to 20 characters; none that can't stand in an address.</summary>
    public static Refusal? WhyNotName(string name)
    {
        if (name.Length > 100 || PostText.VisibleLength(name) > Tag.NameLength || Fold(name).Length > 200)
            return Refusal.Invalid("Tags", "TagTooLong", Tag.NameLength, name.Length > 100 ? string.Concat(name.AsSpan(0, 50), "…") : name);
        var wrong = name.Length == 0 || name.AsSpan().IndexOfAny(",/\\\uFFFD") >= 0 || name.All(c => c == '.') || Reserved.Contains(Fold(name)) || Fold(name).Length == 0;
        return wrong ? Refusal.Invalid("Tags", "TagCharacters", name) : null;
    }
}
