using ForumEngine.Accounts;
using ForumEngine.Markup;
using ForumEngine.Permissions;

namespace ForumEngine.Posts;

/// <summary>Whom a text calls by @name.</summary>
public static class Mentions
{
    /// <summary>
    /// Folded names, each once, as many as the writer's group may call (features.md A3: 10); those that
    /// <paramref name="before"/> has are not called again.
    /// </summary>
    public static IReadOnlyList<string> Of(Viewer writer, string source, string before = "")
    {
        var limit = writer.Level(GroupRight.MentionLimit);
        if (limit <= 0 || !source.Contains('@', StringComparison.Ordinal)) return [];
        var known = Names(before).ToHashSet();
        return [.. Names(source).Where(n => !known.Contains(n)).Take(limit)];
    }

    /// <summary>Folded, each once.</summary>
    public static IEnumerable<string> Names(string source) =>
        source.Contains('@', StringComparison.Ordinal) ? PostMarkup.FindMentions(source).Select(MemberName.Fold).Distinct() : [];
}
