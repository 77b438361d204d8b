using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>All reasons in their order: against something first, praise last.</summary>
public sealed record ReasonSet(IReadOnlyList<CannedReason> All);

/// <summary>Where the <see cref="ReasonSet"/> comes from: memory, renewed within a second of a change on any node.</summary>
public sealed class CannedReasons(Snapshots snapshots)
{
    public ValueTask<ReasonSet> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.Reasons,
        static async (db, cancel) => new ReasonSet(await db.CannedReasons.OrderBy(r => r.IsPraise).ThenBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(cancel)), cancel);
}
