using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>What was sent back and not sent again within 30 days goes; once a day. Old dry runs too.</summary>
public sealed class PurgeRejected(IDbContextFactory<ForumDb> dbs, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public TimeSpan Every => TimeSpan.FromDays(1);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var before = clock.Now() - Kept;
        await db.PendingPosts.Where(p => p.State == PendingState.Rejected && p.UpdatedAt < before && p.DecidedAt < before).ExecuteDeleteAsync(cancel);
        await db.DryRuns.Where(r => r.CreatedAt < before).ExecuteDeleteAsync(cancel);
    }
}
