using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>Nobody submits a form again after a month: the ids of old submissions are cleared once a day.</summary>
public sealed class ForgetSubmissions(IDbContextFactory<ForumDb> dbs, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public TimeSpan Every => TimeSpan.FromDays(1);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var limit = clock.Now() - Kept;
        await db.InTransactionAsync(() => db.Posts.Where(p => p.SubmissionId != null && p.CreatedAt < limit)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.SubmissionId, (Guid?)null), cancel), cancel);
    }
}
