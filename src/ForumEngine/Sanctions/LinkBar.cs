using ForumEngine.Permissions;
using ForumEngine.Posts;

namespace ForumEngine.Sanctions;

/// <summary>The sanction that forbids links: asked by everything that publishes forum code, whoever calls it.</summary>
public sealed class LinkBar(PostRenderer renderer)
{
    /// <summary>
    /// At <paramref name="field"/>, with reason and end, where this text holds links or pictures from elsewhere and its writer
    /// may not post them here. <paramref name="boardAndAncestors"/> is empty for what belongs to no board. Of an edit those count that
    /// weren't in <paramref name="before"/>: what was written while it was allowed may be mended.
    /// </summary>
    public async ValueTask<Refusal?> WhyNotAsync(Viewer who, IReadOnlyCollection<int> boardAndAncestors, string text, string field, CancellationToken cancel, string? before = null)
    {
        if (who.LinksBarredBy(boardAndAncestors) is not { } sanction || !await renderer.AddsLinksAsync(text, before, cancel)) return null;
        return sanction.Refusal(who.Zone) with { Field = field };
    }
}
