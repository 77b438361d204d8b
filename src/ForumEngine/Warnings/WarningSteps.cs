using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Warnings;

/// <summary>The ladder, lowest step first, from memory; a change on any node shows within a second.</summary>
public sealed class WarningSteps(Snapshots snapshots)
{
    public async ValueTask<IReadOnlyList<WarningStep>> CurrentAsync(CancellationToken cancel) => await snapshots.GetAsync(Kinds.WarningSteps, LoadAsync, cancel);

    private static Task<List<WarningStep>> LoadAsync(ForumDb db, CancellationToken cancel) =>
        db.WarningSteps.OrderBy(s => s.Threshold).ThenBy(s => s.Id).ToListAsync(cancel);
}
