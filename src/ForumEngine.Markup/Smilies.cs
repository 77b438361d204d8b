namespace ForumEngine.Markup;

/// <summary>A code that members type and the emoji it becomes.</summary>
public readonly record struct Smiley(string Code, string Emoji);

/// <summary>Smilies are emoji: no pictures to load, and they read the same in mails and search.</summary>
public static class Smilies
{
    /// <summary>Typed faces, such as <c>:)</c>.</summary>
    public static IReadOnlyList<Smiley> Faces { get; } = [];

    /// <summary>By name, such as <c>:smile:</c>.</summary>
    public static IReadOnlyList<Smiley> Names { get; } = [];
}
