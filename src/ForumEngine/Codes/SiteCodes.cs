using ForumEngine.Markup;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Codes;

/// <summary>The codes of this site that are switched on, as the markup library reads them.</summary>
public sealed record CodeSet(IReadOnlyList<CustomCode> Codes);

/// <summary>Where the <see cref="CodeSet"/> comes from.</summary>
public sealed class SiteCodes(Snapshots snapshots, Versions versions)
{
    public async ValueTask<IReadOnlyList<CustomCode>> CurrentAsync(CancellationToken cancel) =>
        (await snapshots.GetAsync(Kinds.Codes, LoadAsync, cancel)).Codes;

    /// <summary>How often codes, or settings that what is written is rendered by, have changed since the site was set up.</summary>
    public async ValueTask<int> ChangesAsync(CancellationToken cancel) => (int)await versions.CurrentAsync(Kinds.Codes, cancel) - 1;

    /// <summary>A stored code that the library no longer takes (it may have got a tag of that name) is left out, so its text shows as typed.</summary>
    private static async Task<CodeSet> LoadAsync(ForumDb db, CancellationToken cancel) =>
        new([.. (await db.Codes.Where(c => c.IsOn).OrderBy(c => c.Id).ToListAsync(cancel)).Select(c => CustomCode.Read(c.Tag, c.Template).Code).OfType<CustomCode>()]);
}
