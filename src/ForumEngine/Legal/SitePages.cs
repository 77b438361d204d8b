using ForumEngine.Markup;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Legal;

/// <summary>One version of a site page in one language, rendered. Places like {ContactQq} are filled when it is shown.</summary>
public sealed record SitePage(string Slug, int Number, string Language, string Title, string Html, DateTime EffectiveAt)
{
    /// <summary>As written, in forum code.</summary>
    public required string Body { get; init; }

    public required string Note { get; init; }
    public required bool IsMaterial { get; init; }
}

/// <summary>All versions of all site pages, in memory: a few dozen rows, rendered once for each change.</summary>
public sealed class SitePages(Snapshots snapshots)
{
    private sealed record PageSet(ILookup<string, SitePage> BySlug, IReadOnlyList<SitePage> Material);

    /// <summary>
    /// The version that is in force, or one by number; in this language if there is one, else in another.
    /// Null for an unknown page or version, and for one that is not in force yet.
    /// </summary>
    public async Task<SitePage?> FindAsync(string slug, int? number, string language, DateTime now, CancellationToken cancel) =>
        (await OfAsync(slug, now, cancel))
            .Where(p => number is null || p.Number == number)
            .OrderByDescending(p => p.Number).ThenByDescending(p => SiteLanguage.Closeness(p.Language, language)).FirstOrDefault();

    /// <summary>Every version that is or was in force, the newest first; each once, in this language if possible.</summary>
    public async Task<IReadOnlyList<SitePage>> VersionsAsync(string slug, string language, DateTime now, CancellationToken cancel) =>
        [.. (await OfAsync(slug, now, cancel)).GroupBy(p => p.Number)
            .Select(version => version.OrderByDescending(p => SiteLanguage.Closeness(p.Language, language)).First())
            .OrderByDescending(p => p.Number)];

    /// <summary>What members have to agree to now: for each of <see cref="DocumentVersion.Agreed"/> the newest material version in force, where there is one.</summary>
    public async ValueTask<IReadOnlyList<(string Slug, int Number)>> ToAgreeAsync(DateTime now, CancellationToken cancel)
    {
        var set = await snapshots.GetAsync(Kinds.Documents, LoadAsync, cancel);
        if (set.Material.Count == 0) return [];
        return [.. set.Material.Where(p => p.EffectiveAt <= now).GroupBy(p => p.Slug).Select(g => (g.Key, g.Max(p => p.Number)))];
    }

    private async Task<IEnumerable<SitePage>> OfAsync(string slug, DateTime now, CancellationToken cancel) =>
        (await snapshots.GetAsync(Kinds.Documents, LoadAsync, cancel)).BySlug[slug].Where(p => p.EffectiveAt <= now);

    private static async Task<PageSet> LoadAsync(ForumDb db, CancellationToken cancel)
    {
        var rows = await db.DocumentVersions.OrderBy(d => d.Id).ToListAsync(cancel);
        var pages = rows.ConvertAll(d => new SitePage(d.Slug, d.Number, d.Language, d.Title, PostMarkup.ToHtml(d.Body), d.EffectiveAt) { Body = d.Body, Note = d.Note, IsMaterial = d.IsMaterial });
        return new PageSet(pages.ToLookup(p => p.Slug), pages.FindAll(p => p.IsMaterial && DocumentVersion.Agreed.Contains(p.Slug)));
    }
}
