using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>What the library can't know by itself, and what a board, a group or a writer has switched off.</summary>
public sealed record MarkupOptions
{
    internal static MarkupOptions Default { get; } = new();

    /// <summary>The address of a quoted post; <c>/posts/{id}</c> if not given.</summary>
    public Func<long, string>? PostLink { get; init; }

    /// <summary>
    /// The member whom <c>@name</c> means, or null for nobody: the text stays as it is. Asked only for the names that
    /// <see cref="PostMarkup.FindMentions"/> finds, so what it needs can be looked up before.
    /// </summary>
    public Func<string, int?>? Mention { get; init; }

    /// <summary>Faces such as <c>:)</c> become emoji.</summary>
    public bool Smilies { get; init; } = true;

    /// <summary>Bare addresses become links; <c>[url]</c> works without it too.</summary>
    public bool Links { get; init; } = true;

    /// <summary>Pictures from other sites are shown; without it they are links.</summary>
    public bool LinkedImages { get; init; } = true;

    /// <summary>The tags that work, by name in lower case, custom ones too; null for all. Others stay as typed.</summary>
    public IReadOnlySet<string>? AllowedTags { get; init; }

    /// <summary>Sites whose videos may be played in the post, of <see cref="Embeds.KnownHosts"/>; others are links.</summary>
    public IReadOnlyList<string> EmbedHosts { get; init; } = Embeds.KnownHosts;

    /// <summary>The codes that the administrators have made; those of the library win over one of the same name.</summary>
    public IReadOnlyList<CustomCode> CustomCodes { get; init; } = [];

    internal string LinkTo(long postId) =>
        PostLink?.Invoke(postId) ?? "/posts/" + postId.ToString(CultureInfo.InvariantCulture);
}
