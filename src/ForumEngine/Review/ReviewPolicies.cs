using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>The policies that are on.</summary>
public sealed record PolicySet(IReadOnlyList<ReviewPolicy> All);

/// <summary>Where the <see cref="PolicySet"/> comes from; a change is in force on every node within a second.</summary>
public sealed class ReviewPolicies(Snapshots snapshots)
{
    public async ValueTask<IReadOnlyList<ReviewPolicy>> CurrentAsync(CancellationToken cancel) => (await snapshots.GetAsync(Kinds.Review,
        static async (db, cancel) => new PolicySet(await db.ReviewPolicies.Where(p => p.IsOn).OrderBy(p => p.Id).ToListAsync(cancel)), cancel)).All;
}
