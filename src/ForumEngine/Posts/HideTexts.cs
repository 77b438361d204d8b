using ForumEngine.Markup;

namespace ForumEngine.Posts;

/// <summary>What stands in place of a hidden part, and above one that this reader sees; the web has the words.</summary>
public sealed record HideTexts(Func<HideNeed, string> Withheld, Func<HideNeed, string>? Shown)
{
    public static readonly HideTexts None = new(static _ => "…", null);
}
