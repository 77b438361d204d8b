using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>What the library can't know by itself.</summary>
/// <param name="PostLink">The address of a quoted post; <c>/posts/{id}</c> if not given.</param>
public sealed record MarkupOptions(Func<long, string>? PostLink = null)
{
    internal static MarkupOptions Default { get; } = new();

    internal string LinkTo(long postId) =>
        PostLink?.Invoke(postId) ?? "/posts/" + postId.ToString(CultureInfo.InvariantCulture);
}
